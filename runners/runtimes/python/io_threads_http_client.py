"""
io, python-threads-http-client, tuned: a thread a worker, the standard library's
http.client with one connection a worker, kept open.

Tuned, because most programs use `requests` for its comfort: this one gives that
up and spends about a third of its processor time per request.
executor.map raises what a worker raised, so a failure ends the program with a traceback.
allAnswered: from the first statement after the imports to the last answer.
"""
import http.client
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

START = time.perf_counter_ns()


def work(worker: int, server: str, count: int) -> int:
    answers = 0
    address = urlsplit(server)
    connection = http.client.HTTPConnection(address.netloc)
    for request in range(1, count + 1):
        connection.request("GET", f"{address.path}/w/{worker}/{request}")
        response = connection.getresponse()
        body = response.read()
        if response.status != 200 or body != b"ok":
            raise RuntimeError(f"worker {worker}: unexpected answer, status {response.status}")
        answers += 1
    connection.close()
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
