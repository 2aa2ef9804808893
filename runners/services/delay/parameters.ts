/** What the delay server is told on its command line. */
export interface DelayParameters {
  readonly delayMs: number;
  readonly workers: number;
  readonly requests: number;
  /** Loopback addresses to listen on, from 127.0.0.1. */
  readonly addresses: number;
  readonly tls: boolean;
  /** Folder for the certificate and its bundle; needed with TLS only. */
  readonly scratch: string | undefined;
}

/**
 * Reads `--name=value` arguments. Names that it doesn't know are left alone: a case's parameters
 * come whole.
 * @throws when a needed one is missing or isn't a whole number
 */
export function readParameters(args: readonly string[]): DelayParameters {
  const given = new Map(
    args.map((argument) => {
      const [, name, value] = /^--([A-Za-z][A-Za-z0-9]*)=(.*)$/.exec(argument) ?? [];
      if (name === undefined || value === undefined) {
        throw new Error(`delay-server: ${argument} is not --name=value`);
      }
      return [name, value] as const;
    }),
  );
  const whole = (name: string, otherwise?: number): number => {
    const value = Number(given.get(name) ?? otherwise);
    if (Number.isInteger(value) && value >= 0) return value;
    throw new Error(
      `delay-server: --${name}=<whole number> is needed, found ${given.get(name) ?? 'none'}`,
    );
  };
  return {
    delayMs: whole('delayMs'),
    workers: whole('workers'),
    requests: whole('requests'),
    addresses: whole('addresses', 1),
    tls: whole('tls', 0) === 1,
    scratch: given.get('scratch'),
  };
}
