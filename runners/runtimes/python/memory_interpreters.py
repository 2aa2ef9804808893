"""
memory, python-interpreters, idiomatic: an interpreter a worker, each called in a thread of its own,
that all wait at the end of one pipe.

Each worker says that it runs, then waits. The living are counted at the end of
the hold, before the release, so all of them were held at once. Pipes rather
than queues of interpreters: who waits for one of those looks after it every ten
milliseconds, which a thousand would do at once. A worker imports what it uses:
else its interpreter would load this whole script.
"""
import json
import os
import select
import sys
import time
from concurrent import interpreters


def work(running: int, go: int) -> None:
    import os

    os.write(running, b".")
    os.read(go, 1)


def main() -> None:
    parameters = dict(argument[2:].split("=", 1) for argument in sys.argv[1:])
    workers = int(parameters["workers"])
    hold_seconds = int(parameters["holdMs"]) / 1000
    says_running, running = os.pipe()
    waits_for_go, go = os.pipe()

    held = []
    try:
        for _ in range(workers):
            interpreter = interpreters.create()
            held.append((interpreter, interpreter.call_in_thread(work, running, waits_for_go)))
        wait_for_all(says_running, held)

        time.sleep(hold_seconds)
        alive = sum(thread.is_alive() for _, thread in held)
    finally:
        # The end of the pipe releases all who wait at it, also where this program fails.
        os.close(go)

    for interpreter, thread in held:
        thread.join()
        interpreter.close()
    print(json.dumps({"steelyard": 1, "answer": {"alive": alive}}))


def wait_for_all(says_running: int, held: list) -> None:
    reports = 0
    while reports < len(held):
        # A worker that failed will never say that it runs: look after them each second.
        ready, _, _ = select.select([says_running], [], [], 1)
        if ready:
            reports += len(os.read(says_running, len(held)))
            continue
        ended = sum(not thread.is_alive() for _, thread in held)
        if ended:
            sys.exit(f"{ended} of {len(held)} interpreters ended before they were released")


if __name__ == "__main__":
    main()
