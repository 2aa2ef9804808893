"""
io, python-asyncio, idiomatic: a coroutine a worker, aiohttp with one session for all.

One session is what aiohttp's documentation advises. limit=0 lifts its default
of 100 open connections, which would let only 100 workers proceed at a time.
gather raises what a worker raised, so a failure ends the program with a traceback.
allAnswered: from the first statement after the imports to the last answer.
"""
import asyncio
import json
import sys
import time

import aiohttp

START = time.perf_counter_ns()


async def work(session: aiohttp.ClientSession, worker: int, server: str, count: int) -> int:
    answers = 0
    for request in range(1, count + 1):
        async with session.get(f"{server}/w/{worker}/{request}") as response:
            body = await response.read()
            if response.status != 200 or body != b"ok":
                raise RuntimeError(f"worker {worker}: unexpected answer, status {response.status}")
        answers += 1
    return answers


async def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    count = int(parameters["requests"])
    servers = parameters["server"].split(",")

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        answers = await asyncio.gather(
            *(
                work(session, worker, servers[(worker - 1) % len(servers)], count)
                for worker in range(1, workers + 1)
            )
        )
        all_answered = time.perf_counter_ns() - START

    measures = {"allAnswered": {"ns": all_answered}}
    print(json.dumps({"steelyard": 1, "answer": {"requests": sum(answers)}, "measures": measures}))


if __name__ == "__main__":
    asyncio.run(main())
