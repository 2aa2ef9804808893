/**
 * A parser for the one kind of request that there is: HTTP/1.1 GET without a body. Split packets
 * and several requests in one packet are fine; everything else is refused.
 */
export type Parsed =
  | { readonly kind: 'request'; readonly path: string; readonly close: boolean }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string };

const END_OF_HEAD = '\r\n\r\n';
const LONGEST_HEAD = 16_384;
const requestLine = /^GET (\/[!-~]*) HTTP\/1\.([01])$/;

/** The path is told all the same: by it a program's own mistake is told from a stranger's request. */
function refused(head: string, reason: string): Parsed {
  return { kind: 'refused', path: /^\S+ (\S*)/.exec(head)?.[1] ?? '', reason };
}

function parseHead(head: string): Parsed {
  const [first = '', ...fields] = head.split('\r\n');
  const match = requestLine.exec(first);
  if (match === null) return refused(head, `not a GET request: ${first.slice(0, 80)}`);
  // HTTP/1.0 closes unless told otherwise.
  let close = match[2] === '0';
  for (const field of fields) {
    const colon = field.indexOf(':');
    const name = field.slice(0, colon).toLowerCase();
    const value = field
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    if (name === 'connection') close = value === 'close' || (close && value !== 'keep-alive');
    if (name === 'transfer-encoding' || (name === 'content-length' && value !== '0')) {
      return refused(head, 'a request with a body');
    }
  }
  return { kind: 'request', path: match[1] ?? '', close };
}

/** Makes a parser for one connection: give it what arrives, it gives back what is complete. */
export function createRequestParser(): (chunk: string) => Parsed[] {
  let rest = '';
  return (chunk) => {
    rest += chunk;
    const parsed: Parsed[] = [];
    for (;;) {
      const end = rest.indexOf(END_OF_HEAD);
      if (end < 0) break;
      parsed.push(parseHead(rest.slice(0, end)));
      rest = rest.slice(end + END_OF_HEAD.length);
    }
    if (rest.length > LONGEST_HEAD) parsed.push(refused(rest, 'a head of over 16 kB'));
    return parsed;
  };
}
