/** Requests of another process to a service, in the middle of a measured run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invoke, type World } from '../../../../src/measure/invoke.ts';
import { fileOfRun, invocationOf, makeWorld, temporaryFile } from '../../../measure/make-world.ts';

const server = fileURLToPath(
  new URL('../../../../runners/services/delay-server.ts', import.meta.url),
);

let world: World;
let remove: () => void;
beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => remove());

/** Sends text over a connection of its own, and gives what comes until the other side closes. */
async function send(text: string, { port, hostname }: URL): Promise<string> {
  let heard = '';
  const socket = connect(Number(port), hostname, () => socket.write(text));
  for await (const chunk of socket) heard += String(chunk);
  return heard;
}

test('a stranger’s requests leave a right program right, and its service’s numbers alone', async () => {
  const gate = temporaryFile('open');
  const parameters = { delayMs: 20, workers: 2, requests: 1 };
  const running = invoke(
    invocationOf('asks-its-server.mjs', {
      parameters: { ...parameters, gate },
      service: { command: [process.execPath, server], parameters, environment: {} },
      expected: { requests: 2 },
      programMeasures: [],
    }),
    world,
  );
  await expect.poll(() => fileOfRun(world, 'there'), { timeout: 20_000 }).toBeDefined();
  const address = new URL(readFileSync(fileOfRun(world, 'there')!, 'utf8'));
  const answers = await Promise.all(
    [
      'GET / HTTP/1.1\r\n\r\n',
      'GET /w/1/1 HTTP/1.0\r\n\r\n',
      'GET /w/2/1 HTTP/1.0\r\n\r\n',
      'POST /w/2/1 HTTP/1.1\r\nContent-Length: 1\r\n\r\n1',
      'CONNECT example.org:443 HTTP/1.1\r\n\r\n',
      'no request\r\n\r\n',
    ].map((text) => send(text, address)),
  );
  writeFileSync(gate, '');
  const record = await running;
  expect(record.reason).toBeUndefined();
  expect(record).toMatchObject({
    outcome: 'measured',
    service: { requests: 2, connections: 2, handshakes: 0, peakConcurrent: 1 },
  });
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 404 /);
});
