import type { AgreementReason } from './reasons.ts';

/** What one session says to a claim of another. */
export type Agreement =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'contradicted' }
  | { readonly kind: 'inconclusive'; readonly why: AgreementReason }
  | { readonly kind: 'untestable'; readonly why: AgreementReason; readonly command?: string };

export interface AgreementCount {
  readonly agrees: number;
  readonly contradicted: number;
  readonly inconclusive: number;
  readonly untestable: number;
  /** Why claims can't be tested, the most frequent reason first. */
  readonly reasons: readonly { readonly why: AgreementReason; readonly count: number }[];
}
