"""
spawn, python-threads, idiomatic: threading.Thread, started one by one, then joined.

Not a ThreadPoolExecutor: it hands new work to threads that are idle already, so
fewer threads than workers would be started.
allRunning: from the first start to the latest clock reading of a worker's first
statement. allDone: until this program knows that all have ended.
"""
import json
import sys
import threading
import time


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    started: list[int] = []

    def work() -> None:
        started.append(time.perf_counter_ns())

    start = time.perf_counter_ns()
    threads = []
    for _ in range(workers):
        thread = threading.Thread(target=work)
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    all_done = time.perf_counter_ns()

    # A thread that raises ends silently: only its missing report tells.
    if len(started) != workers:
        sys.exit(f"{workers - len(started)} of {workers} threads did not report")

    measures = {"allRunning": {"ns": max(started) - start}, "allDone": {"ns": all_done - start}}
    print(json.dumps({"steelyard": 1, "answer": {"workers": len(started)}, "measures": measures}))


if __name__ == "__main__":
    main()
