"""
spawn, python-interpreters, idiomatic: an interpreter a worker, each called in a thread of its own, then joined.

Each worker reports by putting its clock reading into a queue of interpreters,
which is emptied before they are closed: with an interpreter goes what it has put
there. A worker imports what it uses: else its interpreter would load this whole script.
allRunning: from the first start to the latest clock reading of a worker's first
statement. allDone: until this program knows that all have ended.
"""
import json
import sys
import time
from concurrent import interpreters


def work(started) -> None:
    import time

    started.put(time.perf_counter_ns())


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    started = interpreters.create_queue()

    start = time.perf_counter_ns()
    running = []
    for _ in range(workers):
        interpreter = interpreters.create()
        running.append((interpreter, interpreter.call_in_thread(work, started)))
    for _, thread in running:
        thread.join()
    all_done = time.perf_counter_ns()

    # A worker that raises ends its thread with a message only: its missing report tells.
    if started.qsize() != workers:
        sys.exit(f"{workers - started.qsize()} of {workers} interpreters did not report")

    readings = [started.get() for _ in range(workers)]
    for interpreter, _ in running:
        interpreter.close()
    measures = {"allRunning": {"ns": max(readings) - start}, "allDone": {"ns": all_done - start}}
    print(json.dumps({"steelyard": 1, "answer": {"workers": len(readings)}, "measures": measures}))


if __name__ == "__main__":
    main()
