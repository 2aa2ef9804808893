# startup/imports, python-aiohttp: start, load what an I/O program with asyncio loads, print one line.
import asyncio  # noqa: F401
import json  # noqa: F401
import sys  # noqa: F401

import aiohttp  # noqa: F401

print('{"steelyard":1,"answer":{"text":"hello"}}')
