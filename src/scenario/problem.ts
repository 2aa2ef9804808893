/** How Steelyard ends: see "Exit codes" in docs/architecture.md. */
export const exitCodes = { finding: 1, usage: 2, blocked: 3, interrupted: 130 } as const;
export type ProblemKind = keyof typeof exitCodes;

/**
 * Something that a person can mend: the message says what, where and what next.
 * The command line prints it without a stack and ends with the kind's exit code.
 */
export class Problem extends Error {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, message: string) {
    super(message);
    this.name = 'Problem';
    this.kind = kind;
  }
}
