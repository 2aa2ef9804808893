/** The same over TLS, HTTP/2 or HTTP/1.1 as the client prefers. */
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { Certificate } from './certificate.ts';
import type { DelayQueue } from './delay-queue.ts';
import type { Ledger } from './ledger.ts';

export function createTlsServer(
  certificate: Certificate,
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
    if (request.method !== 'GET')
      ledger.complain(`not a GET request: ${request.method} ${request.url}`);
    if (request.method !== 'GET' || !ledger.arrive(request.url)) {
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
