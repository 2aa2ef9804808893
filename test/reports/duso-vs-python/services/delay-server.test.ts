import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { get as getHttps } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rootCertificates } from 'node:tls';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeWorld } from '../../../measure/make-world.ts';
import { startService, type RunningService } from '../../../../src/measure/service.ts';
import { listenOverflowsIn } from '../../../../runners/services/delay/listen-overflows.ts';
import { readParameters } from '../../../../runners/services/delay/parameters.ts';

const program = fileURLToPath(
  new URL('../../../../runners/services/delay-server.ts', import.meta.url),
);
const scratch = mkdtempSync(join(tmpdir(), 'steelyard-test-'));
const { world, remove } = await makeWorld();
const DELAY_MS = 40;

afterAll(() => {
  remove();
  rmSync(scratch, { recursive: true, force: true });
});

async function start(
  further: Record<string, number> = {},
): Promise<{ service: RunningService; urls: URL[] }> {
  const parameters = { delayMs: DELAY_MS, workers: 2, requests: 2, ...further };
  const service = await startService(
    { command: [process.execPath, program], parameters, environment: {} },
    world.launcher,
    scratch,
  );
  onTestFinished(() => service.stop());
  return {
    service,
    urls: String(service.parameters['server'])
      .split(',')
      .map((url) => new URL(url)),
  };
}

/** Sends text over a raw connection, piece by piece, and gives what comes until it says `answers` times ok. */
async function talk(url: URL, pieces: readonly string[], answers: number): Promise<string> {
  const socket = connect(Number(url.port), url.hostname).setNoDelay(true);
  let heard = '';
  const done = new Promise<void>((resolve, reject) => {
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (heard.split('\r\n\r\nok').length > answers) resolve();
    });
    socket.on('end', resolve);
    socket.on('error', reject);
  });
  for (const piece of pieces) await new Promise((sent) => socket.write(piece, sent));
  await done;
  socket.destroy();
  return heard;
}

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
/** A program's request: below the address that it was handed. */
const request = (url: URL, path: string): string => get(`${url.pathname}${path}`);
const all = ['/w/1/1', '/w/1/2', '/w/2/1', '/w/2/2'];

async function startOne(further: Record<string, number> = {}) {
  const { service, urls } = await start(further);
  const [url] = urls;
  if (url === undefined) throw new Error('no server');
  return { service, url };
}

describe('over plain HTTP', () => {
  test('each request is answered after its delay, never before, and accounted for', async () => {
    const { service, urls } = await start();
    // In one piece, so that all of them are there before the first is answered.
    for (const url of urls) await talk(url, [all.map((path) => request(url, path)).join('')], 4);
    const { problems, service: seen } = await service.report();
    expect(problems).toEqual([]);
    expect(seen).toMatchObject({ requests: 4, connections: 1, handshakes: 0, peakConcurrent: 4 });
    expect(seen.shortestNs).toBeGreaterThanOrEqual(DELAY_MS * 1e6);
    expect(seen.longestNs).toBeGreaterThanOrEqual(seen.shortestNs);
    expect(seen.cpuNs).toBeGreaterThan(0);
    if (process.platform === 'linux') expect(seen.listenOverflows).toBeGreaterThanOrEqual(0);
  });

  test('a request in pieces is one request, and its answer says ok', async () => {
    const { url } = await startOne();
    const pieces = [`GET ${url.pathname}/w/1`, '/1 HTTP/1.1\r\nHo', 'st: a\r\n\r', '\n'];
    const heard = await talk(url, pieces, 1);
    expect(heard).toMatch(/^HTTP\/1\.1 200 OK\r\n(.+\r\n)*Content-Length: 2\r\n(.+\r\n)*\r\nok$/);
  });

  test('what came twice or never is a problem', async () => {
    const { service, url } = await startOne();
    const pieces = ['/w/1/1', '/w/1/1', '/w/2/1'].map((path) => request(url, path));
    await talk(url, pieces, 3);
    expect((await service.report()).problems).toEqual([
      'came more than once: worker 1 request 1',
      'never came: worker 1 request 2, worker 2 request 2',
    ]);
  });

  test('any other request of the program is refused at once, and a problem', async () => {
    const { service, url } = await startOne();
    const post = `POST ${url.pathname}/w/1/1 HTTP/1.1\r\nContent-Length: 0\r\n\r\n`;
    for (const odd of [request(url, '/index.html'), post])
      expect(await talk(url, [odd], 1)).toContain('400 Bad Request');
    expect((await service.report()).problems.slice(0, 2)).toEqual([
      'unexpected path /index.html',
      'not a GET request: POST /w/1/1 HTTP/1.1',
    ]);
  });

  test.runIf(process.platform === 'linux')('several addresses share one account', async () => {
    const { service, urls } = await start({ addresses: 2 });
    expect(urls.map((url) => url.hostname)).toEqual(['127.0.0.1', '127.0.0.2']);
    for (const [index, url] of urls.entries()) {
      const own = all.slice(index * 2, index * 2 + 2).map((path) => request(url, path));
      await talk(url, own, 2);
    }
    expect(await service.report()).toMatchObject({
      problems: [],
      service: { requests: 4, connections: 2 },
    });
  });
});

/** What anybody on the machine can send to a port; the answer's first line is the expected one. */
const strangers: [string, string][] = [
  ['asks for the root', get('/')],
  ['asks as the program does, without the secret', get('/w/1/1')],
  ['asks below a secret of its own', get(`/${'0'.repeat(32)}/w/1/1`)],
  ['asks in the form of a proxy', get('http://127.0.0.1/w/1/1')],
  ['posts', 'POST /w/1/1 HTTP/1.1\r\nContent-Length: 2\r\n\r\nok'],
  ['speaks no HTTP', 'hello\r\n\r\n'],
  ['sends without an end', 'x'.repeat(20_000)],
];

describe('a stranger', () => {
  test.each(strangers)('that %s is not found, and counts for nothing', async (_, text) => {
    const { service, url } = await startOne();
    expect(await talk(url, [text], 1)).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    await talk(url, [all.map((path) => request(url, path)).join('')], 4);
    expect(await service.report()).toMatchObject({
      problems: [],
      service: { requests: 4, connections: 1, peakConcurrent: 4 },
    });
  });

  test('gets its answer at once, and is never in flight', async () => {
    const { service, url } = await startOne({ delayMs: 10_000 });
    for (const path of all) expect(await talk(url, [get(path)], 1)).toContain('404 Not Found');
    const { service: seen } = await service.report();
    expect(seen).toMatchObject({ requests: 0, connections: 0, peakConcurrent: 0, longestNs: 0 });
  });

  test('that connects and says nothing counts for nothing', async () => {
    const { service, url } = await startOne();
    const silent = connect(Number(url.port), url.hostname);
    onTestFinished(() => void silent.destroy());
    await new Promise((resolve) => silent.once('connect', resolve));
    await talk(url, [all.map((path) => request(url, path)).join('')], 4);
    expect((await service.report()).service).toMatchObject({ requests: 4, connections: 1 });
  });

  test('over TLS counts for nothing either, by HTTP/1.1 and HTTP/2', async () => {
    const { service, url } = await startOne({ tls: 1 });
    const ca = readFileSync(service.environment['SSL_CERT_FILE'] ?? '');
    const status = await new Promise((resolve, reject) => {
      getHttps(new URL('/w/1/1', url), { ca, agent: false }, (response) => {
        resolve(response.resume().statusCode);
      }).on('error', reject);
    });
    const session = connectHttp2(url, { ca });
    const stream = session.request({ ':path': '/w/1/2' });
    const [headers] = (await once(stream.resume(), 'response')) as [Record<string, unknown>];
    session.close();
    expect([status, headers[':status']]).toEqual([404, 404]);
    const { problems, service: seen } = await service.report();
    expect(problems).toEqual([
      'never came: worker 1 request 1, worker 1 request 2, worker 2 request 1 and 1 more',
    ]);
    expect(seen).toMatchObject({ requests: 0, connections: 0, handshakes: 0 });
  });

  test('can’t know the secret of the next start', async () => {
    const secrets = [await startOne(), await startOne()].map(({ url }) => url.pathname);
    for (const secret of secrets) expect(secret).toMatch(/^\/[0-9a-f]{32}$/);
    expect(secrets[0]).not.toBe(secrets[1]);
  });
});

describe('over TLS', () => {
  test('the bundle holds the public certificates and the server’s own, for both kinds of clients', async () => {
    const { service } = await start({ tls: 1 });
    const bundle = service.environment['SSL_CERT_FILE'] ?? '';
    expect(service.environment).toEqual({ SSL_CERT_FILE: bundle, REQUESTS_CA_BUNDLE: bundle });
    const count = readFileSync(bundle, 'utf8').split('BEGIN CERTIFICATE').length - 1;
    expect(count).toBe(rootCertificates.length + 1);
  });

  test('HTTP/1.1 and HTTP/2 clients that trust the bundle are answered, and handshakes counted', async () => {
    const { service, url } = await startOne({ tls: 1 });
    const ca = readFileSync(service.environment['SSL_CERT_FILE'] ?? '');

    const status = await new Promise((resolve, reject) => {
      getHttps(`${url.href}/w/1/1`, { ca, agent: false }, (response) => {
        response.resume().on('end', () => {
          resolve(response.statusCode);
        });
      }).on('error', reject);
    });
    expect(status).toBe(200);

    const session = connectHttp2(url, { ca });
    const bodies = await Promise.all(
      all.slice(1).map(async (path) => {
        let body = '';
        for await (const chunk of session.request({ ':path': `${url.pathname}${path}` }))
          body += String(chunk);
        return body;
      }),
    );
    session.close();
    expect(bodies).toEqual(['ok', 'ok', 'ok']);

    const { problems, service: seen } = await service.report();
    expect(problems).toEqual([]);
    expect(seen).toMatchObject({ requests: 4, connections: 2, handshakes: 2 });
    expect(seen.shortestNs).toBeGreaterThanOrEqual(DELAY_MS * 1e6);
  });

  test('a second server of the session has the same certificate', async () => {
    const first = await start({ tls: 1 });
    const text = readFileSync(first.service.environment['SSL_CERT_FILE'] ?? '', 'utf8');
    const second = await start({ tls: 1 });
    expect(readFileSync(second.service.environment['SSL_CERT_FILE'] ?? '', 'utf8')).toBe(text);
  });
});

test('a missing parameter is named', () => {
  expect(() => readParameters(['--workers=1', '--requests=1'])).toThrow(
    '--delayMs=<whole number> is needed, found none',
  );
  expect(() => readParameters(['workers'])).toThrow('workers is not --name=value');
});

test('listen overflows are read by their name, wherever the column is', () => {
  const netstat =
    'TcpExt: SyncookiesSent ListenOverflows ListenDrops\nTcpExt: 1 23 45\nIpExt: InNoRoutes\nIpExt: 0\n';
  expect(listenOverflowsIn(netstat)).toBe(23);
  expect(listenOverflowsIn('TcpExt: A\nTcpExt: 1\n')).toBeUndefined();
  expect(listenOverflowsIn('')).toBeUndefined();
});
