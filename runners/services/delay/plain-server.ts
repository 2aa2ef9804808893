/** HTTP/1.1 on a raw socket: Node's own HTTP server costs several times the CPU per request. */
import { createServer, type Server, type Socket } from 'node:net';
import type { DelayQueue } from './delay-queue.ts';
import { createRequestParser, type Parsed } from './http-requests.ts';
import type { Ledger } from './ledger.ts';

const OK_HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n';
const OK = `${OK_HEAD}\r\nok`;
const OK_AND_CLOSE = `${OK_HEAD}Connection: close\r\n\r\nok`;
const REFUSED = 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

function handle(
  request: Parsed,
  arrivedMs: number,
  socket: Socket,
  queue: DelayQueue,
  ledger: Ledger,
): void {
  if (request.kind === 'refused') ledger.complain(request.reason);
  if (request.kind === 'refused' || !ledger.arrive(request.path)) {
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

export function createPlainServer(queue: DelayQueue, ledger: Ledger): Server {
  return createServer({ noDelay: true }, (socket) => {
    const parse = createRequestParser();
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      const arrivedMs = performance.now();
      for (const request of parse(chunk)) handle(request, arrivedMs, socket, queue, ledger);
    });
    // A client that is killed resets its connections: what it didn't get is in the ledger.
    socket.on('error', () => undefined);
  });
}
