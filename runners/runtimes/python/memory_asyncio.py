"""
memory, python-asyncio, idiomatic: tasks that all wait for one Event.

Each worker says that it runs, then waits. The unfinished that have run are
counted at the end of the hold, before the release, so all of them were held at once.
"""
import asyncio
import json
import sys


async def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    hold_seconds = int(parameters["holdMs"]) / 1000
    running = asyncio.Semaphore(0)
    go = asyncio.Event()

    async def work() -> None:
        running.release()
        await go.wait()

    tasks = [asyncio.create_task(work()) for _ in range(workers)]
    for _ in tasks:
        await running.acquire()

    await asyncio.sleep(hold_seconds)
    alive = sum(not task.done() for task in tasks)

    go.set()
    await asyncio.gather(*tasks)
    print(json.dumps({"steelyard": 1, "answer": {"alive": alive}}))


if __name__ == "__main__":
    asyncio.run(main())
