import { readFileSync } from 'node:fs';

/** `TcpExt ListenOverflows` from the text of /proc/net/netstat: names in one line, values in the next. */
export function listenOverflowsIn(netstat: string): number | undefined {
  const [names, values] = netstat
    .split('\n')
    .filter((line) => line.startsWith('TcpExt:'))
    .map((line) => line.split(' '));
  const place = names?.indexOf('ListenOverflows') ?? -1;
  const value = values?.[place];
  return value === undefined ? undefined : Number(value);
}

/** Connections that the system turned away since it started; undefined where it doesn't tell. */
export function readListenOverflows(): number | undefined {
  try {
    return listenOverflowsIn(readFileSync('/proc/net/netstat', 'utf8'));
  } catch {
    return undefined;
  }
}
