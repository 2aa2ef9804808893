/**
 * Opens many connections, makes requests on each one after the other, and prints how long each
 * took, in ms, shortest first. Raw sockets, so that it stays out of the server's way.
 */
import { connect } from 'node:net';

const given = new Map(
  process.argv.slice(2).map((text) => text.slice(2).split('=') as [string, string]),
);
const server = new URL(given.get('server') ?? '');
const workers = Number(given.get('workers'));
const requests = Number(given.get('requests'));
const END = 'ok';
const servicesMs: number[] = [];

function work(worker: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(server.port), server.hostname)
      .setNoDelay(true)
      .setEncoding('latin1');
    let request = 1;
    let sentMs = 0;
    let heard = '';
    const ask = (): void => {
      heard = '';
      sentMs = performance.now();
      socket.write(
        `GET /w/${String(worker)}/${String(request)} HTTP/1.1\r\nHost: a\r\n\r\n`,
        'latin1',
      );
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (text: string) => {
      heard += text;
      if (!heard.endsWith(`\r\n\r\n${END}`)) return;
      servicesMs.push(performance.now() - sentMs);
      request += 1;
      if (request <= requests) return ask();
      socket.destroy();
      resolve();
    });
  });
}

await Promise.all(Array.from({ length: workers }, (_, index) => work(index + 1)));
console.log(
  JSON.stringify(servicesMs.toSorted((a, b) => a - b).map((ms) => Math.round(ms * 100) / 100)),
);
