import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { runPython } from './run-program.ts';

/** The one I/O program that needs nothing but the standard library. */
const PROGRAM = 'io_threads_http_client.py';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A small server on a free port; `paths` fills with what was asked for. */
async function serve(status: number, body: string): Promise<{ url: string; paths: string[] }> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.writeHead(status, { 'Content-Type': 'text/plain' }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, paths };
}

describe('the I/O program of the standard library', () => {
  it('makes every request of every worker exactly once', async () => {
    const { url, paths } = await serve(200, 'ok');
    const began = performance.now();
    const ended = await runPython(PROGRAM, { server: url, workers: 3, requests: 2 });
    const tookNs = (performance.now() - began) * 1e6;
    expect(ended.exitCode, ended.stderr).toBe(0);
    const { measures, ...line } = JSON.parse(ended.stdout) as {
      measures: { allAnswered: { ns: number } };
    };
    expect(line).toEqual({ steelyard: 1, answer: { requests: 6 } });
    expect(measures.allAnswered.ns).toBeGreaterThan(0);
    expect(measures.allAnswered.ns).toBeLessThan(tookNs);
    expect(paths.sort()).toEqual(['/w/1/1', '/w/1/2', '/w/2/1', '/w/2/2', '/w/3/1', '/w/3/2']);
  });

  it('asks below the path of the address that it gets', async () => {
    const { url, paths } = await serve(200, 'ok');
    await runPython(PROGRAM, { server: `${url}/secret`, workers: 2, requests: 1 });
    expect(paths.sort()).toEqual(['/secret/w/1/1', '/secret/w/2/1']);
  });

  it('gives the workers the addresses in turn', async () => {
    const first = await serve(200, 'ok');
    const second = await serve(200, 'ok');
    await runPython(PROGRAM, { server: `${first.url},${second.url}`, workers: 3, requests: 1 });
    expect(first.paths.sort()).toEqual(['/w/1/1', '/w/3/1']);
    expect(second.paths).toEqual(['/w/2/1']);
  });

  it.each([
    ['answers 500', 500, 'ok'],
    ['answers something else', 200, 'no'],
  ])('fails when the server %s', async (_, status, body) => {
    const { url } = await serve(status, body);
    const ended = await runPython(PROGRAM, { server: url, workers: 2, requests: 1 });
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain(`unexpected answer, status ${String(status)}`);
    expect(ended.stdout).toBe('');
  });

  it('fails when nothing listens', async () => {
    const { url } = await serve(200, 'ok');
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    const ended = await runPython(PROGRAM, { server: url, workers: 2, requests: 1 });
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain('ConnectionRefusedError');
    expect(ended.stdout).toBe('');
  });
});
