"""
memory, python-processes, idiomatic: processes that all wait at one semaphore.

Each worker says that it runs, then waits. The living are counted at the end of
the hold, before the release, so all of them were held at once. A semaphore
rather than an Event: Event.set() waits for each waiter, also for a killed one.
fork is set on Linux (the lightest start); elsewhere the platform's own way is used.
"""
import json
import multiprocessing
import sys
import time


def work(running, go) -> None:
    running.release()
    go.acquire()


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    hold_seconds = int(parameters["holdMs"]) / 1000
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    running = context.Semaphore(0)
    go = context.Semaphore(0)

    # Daemons, so that they are ended too when this program fails.
    processes = [
        context.Process(target=work, args=(running, go), daemon=True) for _ in range(workers)
    ]
    for process in processes:
        process.start()
    for _ in processes:
        # A process that was killed will never say that it runs: look after them each second.
        while not running.acquire(timeout=1):
            check(processes)

    time.sleep(hold_seconds)
    alive = sum(process.is_alive() for process in processes)

    for _ in processes:
        go.release()
    for process in processes:
        process.join()
    check(processes)
    print(json.dumps({"steelyard": 1, "answer": {"alive": alive}}))


def check(processes) -> None:
    failed = [process for process in processes if process.exitcode not in (None, 0)]
    if failed:
        sys.exit(f"{len(failed)} processes failed, the first with {failed[0].exitcode}")


if __name__ == "__main__":
    main()
