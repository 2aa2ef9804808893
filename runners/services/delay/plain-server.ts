/** HTTP/1.1 on a raw socket: Node's own HTTP server costs several times the CPU per request. */
import { createServer, type Server, type Socket } from 'node:net';
import type { DelayQueue } from './delay-queue.ts';
import { createRequestParser, type Parsed } from './http-requests.ts';
import type { Ledger } from './ledger.ts';
import { pathBelow } from './secret.ts';

const OK_HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n';
const OK = `${OK_HEAD}\r\nok`;
const OK_AND_CLOSE = `${OK_HEAD}Connection: close\r\n\r\nok`;
const refusal = (status: string): string =>
  `HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
const REFUSED = refusal('400 Bad Request');
const NOT_FOUND = refusal('404 Not Found');

function handle(
  request: Parsed,
  arrivedMs: number,
  socket: Socket,
  secret: string,
  queue: DelayQueue,
  ledger: Ledger,
): void {
  const path = pathBelow(secret, request.path);
  if (path === undefined) {
    socket.end(NOT_FOUND);
    return;
  }
  ledger.connect(socket);
  if (request.kind === 'refused') ledger.complain(request.reason.replace(secret, ''));
  if (request.kind === 'refused' || !ledger.arrive(path)) {
    socket.end(REFUSED);
    return;
  }
  // All delays are equal, so that the answers of a connection keep the order of its requests.
  queue.add(arrivedMs, (serviceMs) => {
    if (!socket.writable) {
      ledger.abandon();
      return;
    }
    if (request.close) socket.end(OK_AND_CLOSE, 'latin1');
    else socket.write(OK, 'latin1');
    ledger.answer(serviceMs);
  });
}

/** @param secret what the paths of the program's requests begin with; all others are not found */
export function createPlainServer(secret: string, queue: DelayQueue, ledger: Ledger): Server {
  return createServer({ noDelay: true }, (socket) => {
    const parse = createRequestParser();
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      // What comes after an answer that closes is nobody's, and may have no end.
      if (!socket.writable) return;
      const arrivedMs = performance.now();
      for (const request of parse(chunk)) handle(request, arrivedMs, socket, secret, queue, ledger);
    });
    // A client that is killed resets its connections: what it didn't get is in the ledger.
    socket.on('error', () => undefined);
  });
}
