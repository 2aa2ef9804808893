"""
cpu, python-asyncio: a coroutine a worker.

A coroutine that only computes never yields, so the workers run one after
another on one core: the plain single-threaded cost of the same arithmetic.
gather raises what a worker raised, so a failure ends the program with a traceback.
"""
import asyncio
import json
import sys


async def count(steps: int) -> int:
    total = 0
    for i in range(1, steps + 1):
        total += i % 10
    return total


async def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    steps = int(parameters["steps"])

    sums = await asyncio.gather(*(count(steps) for _ in range(workers)))

    print(json.dumps({"steelyard": 1, "answer": {"workers": len(sums), "sum": sum(sums)}}))


if __name__ == "__main__":
    asyncio.run(main())
