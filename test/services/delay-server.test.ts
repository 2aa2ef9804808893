import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { get as getHttps } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rootCertificates } from 'node:tls';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeWorld } from '../measure/make-world.ts';
import { startService, type RunningService } from '../../src/measure/service.ts';
import { listenOverflowsIn } from '../../runners/services/delay/listen-overflows.ts';
import { readParameters } from '../../runners/services/delay/parameters.ts';

const program = fileURLToPath(new URL('../../runners/services/delay-server.ts', import.meta.url));
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

const request = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
const all = ['/w/1/1', '/w/1/2', '/w/2/1', '/w/2/2'];

describe('over plain HTTP', () => {
  test('each request is answered after its delay, never before, and accounted for', async () => {
    const { service, urls } = await start();
    // In one piece, so that all of them are there before the first is answered.
    for (const url of urls) await talk(url, [all.map(request).join('')], 4);
    const { problems, service: seen } = await service.report();
    expect(problems).toEqual([]);
    expect(seen).toMatchObject({ requests: 4, connections: 1, handshakes: 0, peakConcurrent: 4 });
    expect(seen.shortestNs).toBeGreaterThanOrEqual(DELAY_MS * 1e6);
    expect(seen.longestNs).toBeGreaterThanOrEqual(seen.shortestNs);
    expect(seen.cpuNs).toBeGreaterThan(0);
    if (process.platform === 'linux') expect(seen.listenOverflows).toBeGreaterThanOrEqual(0);
  });

  test('a request in pieces is one request, and its answer says ok', async () => {
    const { urls } = await start();
    const [url] = urls;
    if (url === undefined) throw new Error('no server');
    const heard = await talk(url, ['GET /w/1', '/1 HTTP/1.1\r\nHo', 'st: a\r\n\r', '\n'], 1);
    expect(heard).toMatch(/^HTTP\/1\.1 200 OK\r\n(.+\r\n)*Content-Length: 2\r\n(.+\r\n)*\r\nok$/);
  });

  test('what came twice or never is a problem', async () => {
    const { service, urls } = await start();
    const [url] = urls;
    if (url === undefined) throw new Error('no server');
    await talk(url, ['/w/1/1', '/w/1/1', '/w/2/1'].map(request), 3);
    expect((await service.report()).problems).toEqual([
      'came more than once: worker 1 request 1',
      'never came: worker 1 request 2, worker 2 request 2',
    ]);
  });

  test('any other request is refused at once', async () => {
    const { service, urls } = await start();
    const [url] = urls;
    if (url === undefined) throw new Error('no server');
    expect(await talk(url, [request('/index.html')], 1)).toContain('400 Bad Request');
    expect((await service.report()).problems[0]).toBe('unexpected path /index.html');
  });

  test.runIf(process.platform === 'linux')('several addresses share one account', async () => {
    const { service, urls } = await start({ addresses: 2 });
    expect(urls.map((url) => url.hostname)).toEqual(['127.0.0.1', '127.0.0.2']);
    for (const [index, url] of urls.entries()) {
      await talk(url, all.slice(index * 2, index * 2 + 2).map(request), 2);
    }
    expect(await service.report()).toMatchObject({
      problems: [],
      service: { requests: 4, connections: 2 },
    });
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
    const { service, urls } = await start({ tls: 1 });
    const [url] = urls;
    if (url === undefined) throw new Error('no server');
    const ca = readFileSync(service.environment['SSL_CERT_FILE'] ?? '');

    const status = await new Promise((resolve, reject) => {
      getHttps(new URL('/w/1/1', url), { ca, agent: false }, (response) => {
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
        for await (const chunk of session.request({ ':path': path })) body += String(chunk);
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
