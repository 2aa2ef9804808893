import { Problem } from '../scenario/problem.ts';
import { printable } from '../store/printable.ts';

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
