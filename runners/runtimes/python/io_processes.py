"""
io, python-processes: a process a worker, `requests` with a Session a worker.

Pool(workers) is what "a process per worker" means; nobody would choose it for
many workers, and its memory shows why. fork is the cheapest way to start a
process here, and not safe on every system: it is set on Linux, elsewhere the
platform's own way is used.
map raises what a worker raised, so a failure ends the program with a traceback.
allAnswered: from the first statement after the imports to the last answer.
"""
import json
import multiprocessing
import sys
import time

import requests

START = time.perf_counter_ns()


def work(worker: int, server: str, count: int) -> int:
    answers = 0
    with requests.Session() as session:
        for request in range(1, count + 1):
            response = session.get(f"{server}/w/{worker}/{request}")
            if response.status_code != 200 or response.content != b"ok":
                raise RuntimeError(f"worker {worker}: unexpected answer, status {response.status_code}")
            answers += 1
    return answers


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    count = int(parameters["requests"])
    servers = parameters["server"].split(",")

    jobs = [
        (worker, servers[(worker - 1) % len(servers)], count) for worker in range(1, workers + 1)
    ]
    processes = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with processes.Pool(workers) as pool:
        # One job at a time to a process, so that each worker has its own.
        answers = sum(pool.starmap(work, jobs, chunksize=1))
        all_answered = time.perf_counter_ns() - START

    measures = {"allAnswered": {"ns": all_answered}}
    print(json.dumps({"steelyard": 1, "answer": {"requests": answers}, "measures": measures}))


if __name__ == "__main__":
    main()
