# startup/imports, python-requests: start, load what an I/O program with threads loads, print one line.
import concurrent.futures  # noqa: F401
import json  # noqa: F401
import sys  # noqa: F401

import requests  # noqa: F401

print('{"steelyard":1,"answer":{"text":"hello"}}')
