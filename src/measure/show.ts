import { printable } from '../store/printable.ts';

/** A value as JSON writes it, so that a text and a number look different. */
export function shown(value: unknown): string {
  return printable(JSON.stringify(value));
}
