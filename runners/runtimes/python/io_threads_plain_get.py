"""
io-tls, python-threads-plain-get: a thread a worker, a bare `requests.get` per request.

This is what the published comparison ran. Every call opens a connection of its
own and, over TLS, loads the bundle of certificates again. It stands here to
explain the published figures; io_threads.py is the idiomatic program.
allAnswered: from the first statement after the imports to the last answer.
"""
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import requests

START = time.perf_counter_ns()


def work(worker: int, server: str, count: int) -> int:
    answers = 0
    for request in range(1, count + 1):
        response = requests.get(f"{server}/w/{worker}/{request}")
        if response.status_code != 200 or response.content != b"ok":
            raise RuntimeError(f"worker {worker}: unexpected answer, status {response.status_code}")
        answers += 1
    return answers


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    count = int(parameters["requests"])
    servers = parameters["server"].split(",")

    def start(worker: int) -> int:
        return work(worker, servers[(worker - 1) % len(servers)], count)

    with ThreadPoolExecutor(max_workers=workers) as executor:
        answers = sum(executor.map(start, range(1, workers + 1)))
        all_answered = time.perf_counter_ns() - START

    measures = {"allAnswered": {"ns": all_answered}}
    print(json.dumps({"steelyard": 1, "answer": {"requests": answers}, "measures": measures}))


if __name__ == "__main__":
    main()
