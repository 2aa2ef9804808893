/** The same over TLS, HTTP/2 or HTTP/1.1 as the client prefers. */
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { Certificate } from './certificate.ts';
import type { DelayQueue } from './delay-queue.ts';
import type { Ledger } from './ledger.ts';
import { pathBelow } from './secret.ts';

/** @param secret what the paths of the program's requests begin with; all others are not found */
export function createTlsServer(
  certificate: Certificate,
  secret: string,
  queue: DelayQueue,
  ledger: Ledger,
): Http2SecureServer {
  const server = createSecureServer({
    key: certificate.key,
    cert: certificate.cert,
    allowHTTP1: true,
    settings: { maxConcurrentStreams: 100_000 },
  });
  server.on('request', (request, response) => {
    const arrivedMs = performance.now();
    const path = pathBelow(secret, request.url);
    if (path === undefined) {
      response.writeHead(404).end();
      return;
    }
    // An HTTP/2 connection has a session; each of its requests has another socket to look at.
    ledger.connect(request.stream?.session ?? request.socket);
    if (request.method !== 'GET') ledger.complain(`not a GET request: ${request.method} ${path}`);
    if (request.method !== 'GET' || !ledger.arrive(path)) {
      response.writeHead(400).end();
      return;
    }
    queue.add(arrivedMs, (serviceMs) => {
      if (response.writableEnded || response.destroyed || request.destroyed) {
        ledger.abandon();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '2' });
      response.end('ok');
      ledger.answer(serviceMs);
    });
  });
  return server;
}
