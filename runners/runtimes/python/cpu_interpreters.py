"""
cpu, python-interpreters, idiomatic: a pool of as many interpreters as there are usable cores.

Each interpreter of the pool has a global lock of its own, so threads of one
process compute at the same time. More interpreters than cores would only add their cost.
map raises what a worker raised, so a failure ends the program with a traceback.
"""
import json
import sys
from concurrent.futures import InterpreterPoolExecutor


def count(steps: int) -> int:
    total = 0
    for i in range(1, steps + 1):
        total += i % 10
    return total


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    steps = int(parameters["steps"])
    cores = int(parameters["cores"])

    with InterpreterPoolExecutor(max_workers=cores) as executor:
        sums = list(executor.map(count, [steps] * workers))

    print(json.dumps({"steelyard": 1, "answer": {"workers": len(sums), "sum": sum(sums)}}))


if __name__ == "__main__":
    main()
