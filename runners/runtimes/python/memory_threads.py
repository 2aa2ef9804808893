"""
memory, python-threads, idiomatic: threads that all wait for one Event.

Each worker says that it runs, then waits. The living are counted at the end of
the hold, before the release, so all of them were held at once.
"""
import json
import sys
import threading
import time


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    hold_seconds = int(parameters["holdMs"]) / 1000
    running = threading.Semaphore(0)
    go = threading.Event()

    def work() -> None:
        running.release()
        go.wait()

    # Daemons, so that the program can end although others wait, if one can't be started.
    threads = [threading.Thread(target=work, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for _ in threads:
        running.acquire()

    time.sleep(hold_seconds)
    alive = sum(thread.is_alive() for thread in threads)

    go.set()
    for thread in threads:
        thread.join()
    print(json.dumps({"steelyard": 1, "answer": {"alive": alive}}))


if __name__ == "__main__":
    main()
