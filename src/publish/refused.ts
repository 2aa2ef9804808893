import { Problem } from '../scenario/problem.ts';

/** What a pull request's build handed over can't be shown; nothing of it is deployed. */
export class Refused extends Problem {
  /** Path inside the artifact, as the artifact spells it: never to be printed unescaped into a page. */
  readonly file: string;
  readonly reason: string;

  constructor(file: string, reason: string) {
    super(
      'finding',
      `The preview was refused, and nothing of it deployed: ${printable(file)}: ${printable(reason)}.`,
    );
    this.name = 'Refused';
    this.file = file;
    this.reason = reason;
  }
}

/** Longest name or value that a message quotes. */
const LONGEST = 120;

/**
 * A name out of an artifact for a line of a log: control characters are shown by their code (a
 * line break would let it write workflow commands), and what is too long is cut.
 */
export function printable(text: string): string {
  const visible = text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
  return visible.length > LONGEST ? `${visible.slice(0, LONGEST)}…` : visible;
}
