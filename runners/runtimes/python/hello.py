# startup/hello, python: start, print one line, end. Imports nothing.
print('{"steelyard":1,"answer":{"text":"hello"}}')
