import pc from 'picocolors';

/**
 * Colours for standard error, where everything for people goes. The library itself looks at
 * standard output, which is a pipe under `--json`, and at CI.
 */
export function makeColours(
  sink: { readonly isTTY?: boolean | undefined } = process.stderr,
  env: Readonly<Record<string, string | undefined>> = process.env,
): ReturnType<typeof pc.createColors> {
  const isForced = Boolean(env['FORCE_COLOR']);
  const isTerminal = sink.isTTY === true && env['TERM'] !== 'dumb';
  return pc.createColors(!env['NO_COLOR'] && (isForced || isTerminal));
}

export const colours = makeColours();
