import type { Parameters } from '../scenario/schema.ts';

/** Parameters as every program and service gets them: `--name=value`, names as they are. */
export function toArguments(parameters: Parameters): string[] {
  return Object.entries(parameters).map(([name, value]) => `--${name}=${String(value)}`);
}
