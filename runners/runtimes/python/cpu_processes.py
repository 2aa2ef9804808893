"""
cpu, python-processes, idiomatic: a pool of as many processes as there are usable cores.

More processes than cores would only add their cost. The number comes from
outside: os.cpu_count() of older versions knows no CPU affinity. fork is set on
Linux; elsewhere the platform's own way to start a process is used.
map raises what a worker raised, so a failure ends the program with a traceback.
"""
import json
import multiprocessing
import sys


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

    processes = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with processes.Pool(cores) as pool:
        sums = pool.map(count, [steps] * workers)

    print(json.dumps({"steelyard": 1, "answer": {"workers": len(sums), "sum": sum(sums)}}))


if __name__ == "__main__":
    main()
