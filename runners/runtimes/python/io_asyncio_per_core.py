"""
io, python-asyncio-per-core, tuned: an event loop a core, each in a process of its own.

One event loop is busy on one core only; with many workers that core is what
they wait for. The workers are shared out among the loops, each of which does as
io_asyncio.py does. Tuned, because it gives up what one loop offers: workers of
different processes share nothing. fork is set on Linux; elsewhere the platform's own way is used.
map raises what a worker raised, and when a process was killed, so a failure ends the program with a traceback.
allAnswered: from the first statement after the imports to the last answer.
"""
import asyncio
import json
import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor

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


async def work_all(workers: list[int], servers: list[str], count: int) -> int:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        answers = await asyncio.gather(
            *(
                work(session, worker, servers[(worker - 1) % len(servers)], count)
                for worker in workers
            )
        )
    return sum(answers)


def run_loop(workers: list[int], servers: list[str], count: int) -> int:
    return asyncio.run(work_all(workers, servers, count))


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    count = int(parameters["requests"])
    cores = int(parameters["cores"])
    servers = parameters["server"].split(",")

    shares = [list(range(first, workers + 1, cores)) for first in range(1, cores + 1)]
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(cores, mp_context=context) as executor:
        answers = sum(executor.map(run_loop, shares, [servers] * cores, [count] * cores))
        all_answered = time.perf_counter_ns() - START

    measures = {"allAnswered": {"ns": all_answered}}
    print(json.dumps({"steelyard": 1, "answer": {"requests": answers}, "measures": measures}))


if __name__ == "__main__":
    main()
