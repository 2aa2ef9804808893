"""
cpu, python-threads: a thread a worker.

In an interpreter with a global lock only one thread computes at a time, so
nobody would choose this for arithmetic; it shows what that lock costs.
executor.map raises what a worker raised, so a failure ends the program with a traceback.
"""
import json
import sys
from concurrent.futures import ThreadPoolExecutor


def count(steps: int) -> int:
    total = 0
    for i in range(1, steps + 1):
        total += i % 10
    return total


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    steps = int(parameters["steps"])

    with ThreadPoolExecutor(max_workers=workers) as executor:
        sums = list(executor.map(count, [steps] * workers))

    print(json.dumps({"steelyard": 1, "answer": {"workers": len(sums), "sum": sum(sums)}}))


if __name__ == "__main__":
    main()
