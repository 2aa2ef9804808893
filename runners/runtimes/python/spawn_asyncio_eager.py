"""
spawn, python-asyncio-eager, tuned: create_task with the eager task factory, then gather.

An eager task runs within create_task up to its first wait. A worker that waits
for nothing is done before that call returns, and never enters the event loop:
what is measured is close to a call of a function. Tuned for this reason; the
default factory is that of spawn_asyncio.py.
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
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)

    start = time.perf_counter_ns()
    tasks = [asyncio.create_task(work()) for _ in range(workers)]
    started = await asyncio.gather(*tasks)
    all_done = time.perf_counter_ns()

    measures = {"allRunning": {"ns": max(started) - start}, "allDone": {"ns": all_done - start}}
    print(json.dumps({"steelyard": 1, "answer": {"workers": len(started)}, "measures": measures}))


if __name__ == "__main__":
    asyncio.run(main())
