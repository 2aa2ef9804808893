/**
 * A server that answers each request after a fixed delay, and keeps account of all of them.
 *
 *   node delay-server.ts --delayMs=1000 --workers=100 --requests=5 [--addresses=1] [--tls=1 --scratch=<folder>]
 *
 * Says `{"steelyard":1,"ready":…}` when it listens, answers the line `report` on its standard input
 * with `{"steelyard":1,"report":…}`, and ends when its standard input ends.
 *
 * The addresses that it hands over end in a secret path: `<address>/w/<worker>/<request>`. What is asked
 * for elsewhere isn't found, and counts for nothing.
 */
import type { Server } from 'node:net';
import { createInterface } from 'node:readline';
import { getCertificate, type Certificate } from './delay/certificate.ts';
import { createDelayQueue } from './delay/delay-queue.ts';
import { Ledger } from './delay/ledger.ts';
import { readListenOverflows } from './delay/listen-overflows.ts';
import { readParameters } from './delay/parameters.ts';
import { createPlainServer } from './delay/plain-server.ts';
import { drawSecret } from './delay/secret.ts';
import { createTlsServer } from './delay/secure-server.ts';

/** The system cuts it to its own maximum; Node's 511 costs a second at 1000 connections. */
const BACKLOG = 4096;

const parameters = readParameters(process.argv.slice(2));
const ledger = new Ledger(parameters.workers, parameters.requests);
const queue = createDelayQueue(parameters.delayMs);
const secret = drawSecret();
const hosts = Array.from(
  { length: parameters.addresses },
  (_, index) => `127.0.0.${String(index + 1)}`,
);

function say(message: object): void {
  process.stdout.write(`${JSON.stringify({ steelyard: 1, ...message })}\n`);
}

async function listen(server: Server, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen({ host, port: 0, backlog: BACKLOG }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('delay-server: no port');
  return `${parameters.tls ? 'https' : 'http'}://${host}:${String(address.port)}${secret}`;
}

async function certificateIfNeeded(): Promise<Certificate | undefined> {
  if (!parameters.tls) return undefined;
  if (parameters.scratch === undefined)
    throw new Error('delay-server: --tls=1 needs --scratch=<folder>');
  return getCertificate(parameters.scratch, hosts);
}

const certificate = await certificateIfNeeded();
const servers: string[] = [];
for (const host of hosts) {
  const server =
    certificate === undefined
      ? createPlainServer(secret, queue, ledger)
      : createTlsServer(certificate, secret, queue, ledger);
  servers.push(await listen(server, host));
}
const overflowsBefore = readListenOverflows();
const cpuBefore = process.cpuUsage();

function report(): void {
  const { problems, ...seen } = ledger.report();
  const cpu = process.cpuUsage(cpuBefore);
  const overflows = readListenOverflows();
  const listenOverflows =
    overflows === undefined || overflowsBefore === undefined
      ? undefined
      : overflows - overflowsBefore;
  const service = {
    ...seen,
    handshakes: parameters.tls ? seen.connections : 0,
    cpuNs: (cpu.user + cpu.system) * 1000,
    ...(listenOverflows === undefined ? {} : { listenOverflows }),
  };
  say({ report: { problems, service } });
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line === 'report') report();
  })
  .on('close', () => process.exit(0));

say({
  ready: {
    parameters: { server: servers.join(',') },
    // The names that TLS libraries and HTTP clients read.
    environment:
      certificate === undefined
        ? {}
        : { SSL_CERT_FILE: certificate.bundle, REQUESTS_CA_BUNDLE: certificate.bundle },
  },
});
