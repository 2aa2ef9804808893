"""
spawn, python-asyncio, idiomatic: create_task for each worker, then gather.

allRunning: from the first create_task to the latest clock reading of a worker's
first statement. allDone: until this program has all results.
gather raises what a worker raised, so a failure ends the program with a traceback.
"""
import asyncio
import json
import sys
import time


async def work() -> int:
    return time.perf_counter_ns()


async def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])

    start = time.perf_counter_ns()
    tasks = [asyncio.create_task(work()) for _ in range(workers)]
    started = await asyncio.gather(*tasks)
    all_done = time.perf_counter_ns()

    measures = {"allRunning": {"ns": max(started) - start}, "allDone": {"ns": all_done - start}}
    print(json.dumps({"steelyard": 1, "answer": {"workers": len(started)}, "measures": measures}))


if __name__ == "__main__":
    asyncio.run(main())
