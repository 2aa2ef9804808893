import { describe, expect, test } from 'vitest';
import { createRequestParser } from '../../../../runners/services/delay/http-requests.ts';

const get = (path: string, fields = ''): string =>
  `GET ${path} HTTP/1.1\r\nHost: a\r\n${fields}\r\n`;
const request = (path: string, close = false) => ({ kind: 'request', path, close });

describe('the parser', () => {
  test('takes a request as it comes', () => {
    expect(createRequestParser()(get('/w/1/1'))).toEqual([request('/w/1/1')]);
  });

  test('takes two requests in one packet', () => {
    expect(createRequestParser()(get('/w/1/1') + get('/w/1/2'))).toEqual([
      request('/w/1/1'),
      request('/w/1/2'),
    ]);
  });

  test('takes a request cut at any place', () => {
    const text = get('/w/1/1', 'X: y\r\n');
    for (let cut = 1; cut < text.length; cut += 1) {
      const parse = createRequestParser();
      expect(parse(text.slice(0, cut))).toEqual([]);
      expect(parse(text.slice(cut))).toEqual([request('/w/1/1')]);
    }
  });

  test('knows when the connection is to be closed', () => {
    expect(createRequestParser()(get('/a', 'Connection: close\r\n'))).toEqual([
      request('/a', true),
    ]);
    expect(createRequestParser()(get('/a', 'connection: Keep-Alive\r\n'))).toEqual([request('/a')]);
    expect(createRequestParser()('GET /a HTTP/1.0\r\n\r\n')).toEqual([request('/a', true)]);
    expect(createRequestParser()('GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n')).toEqual([
      request('/a'),
    ]);
  });

  test.each([
    ['another method', 'POST /a HTTP/1.1\r\n\r\n', '/a', 'not a GET request: POST /a HTTP/1.1'],
    ['another protocol', 'GET /a HTTP/2\r\n\r\n', '/a', 'not a GET request: GET /a HTTP/2'],
    ['no path', 'GET\r\nHost: a\r\n\r\n', '', 'not a GET request: GET'],
    ['no request', 'a\r\n\r\n', '', 'not a GET request: a'],
    ['a body', get('/a', 'Content-Length: 3\r\n'), '/a', 'a request with a body'],
    [
      'a body in chunks',
      get('/a', 'Transfer-Encoding: chunked\r\n'),
      '/a',
      'a request with a body',
    ],
    ['an endless head', `GET /a ${'x'.repeat(20_000)}`, '/a', 'a head of over 16 kB'],
  ])('refuses %s, and tells what it was for', (_what, text, path, reason) => {
    expect(createRequestParser()(text)).toEqual([{ kind: 'refused', path, reason }]);
  });

  test('takes a body of no bytes', () => {
    expect(createRequestParser()(get('/a', 'Content-Length: 0\r\n'))).toEqual([request('/a')]);
  });
});
