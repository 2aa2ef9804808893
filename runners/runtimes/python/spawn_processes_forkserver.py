"""
spawn, python-processes-forkserver, idiomatic: multiprocessing.Process by a fork server, started one by one, then joined.

Each worker reports by writing its clock reading into its own cell of shared
memory: no lock, no queue that could fill up, and no wait for a worker that died.
The fork server is the usual way of Linux since Python 3.14: a process of one
thread, started with the first worker, from which all others are forked. It is
set by name, so that the program says what it measures.
allRunning: from the first start to the latest clock reading of a worker's first
statement. allDone: until this program knows that all have ended.
"""
import json
import multiprocessing
import sys
import time


def work(started, worker: int) -> None:
    started[worker] = time.perf_counter_ns()


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    context = multiprocessing.get_context("forkserver")
    started = context.RawArray("q", workers)

    start = time.perf_counter_ns()
    processes = []
    for worker in range(workers):
        process = context.Process(target=work, args=(started, worker))
        process.start()
        processes.append(process)
    for process in processes:
        process.join()
    all_done = time.perf_counter_ns()

    # A process that fails does so silently: its exit code has to be read.
    failed = [process for process in processes if process.exitcode != 0]
    if failed:
        sys.exit(f"{len(failed)} of {workers} processes failed, the first with {failed[0].exitcode}")

    reported = sum(1 for reading in started if reading > 0)
    measures = {"allRunning": {"ns": max(started) - start}, "allDone": {"ns": all_done - start}}
    print(json.dumps({"steelyard": 1, "answer": {"workers": reported}, "measures": measures}))


if __name__ == "__main__":
    main()
