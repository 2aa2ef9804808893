/** What a document says of the family of its comparisons. */
import type { Family } from '../method/family.ts';
import { decimalsForDigits, toText } from '../format/number.ts';
import { formatCount } from '../format/value.ts';
import { counted } from './pieces.ts';

/**
 * "The runs of this document make 617 comparisons with a verdict. …": how many there are and how many
 * err by chance.
 */
export function madeSentence({ made, byChance }: Family): string {
  const about = toText(byChance, byChance < 10 ? decimalsForDigits(byChance, 1) : 0);
  return (
    `The runs of this document make ${counted(formatCount(made), 'comparison')} with a verdict, pairs of contestants by measures. ` +
    `Each of them errs at most once in a hundred times: if nothing differed at all, up to about ${about} of so many would be called less or more by chance. ` +
    'They are not independent, since the runs of a contestant stand in many of them, so the chance ones may come in groups, or not at all.'
  );
}

/** "The document tells 52 of them. …": how many hold together. */
export function toldSentence({ told, level, fewest, rows }: Family): string {
  const count = (outcome: string): number => rows.filter((row) => row.outcome === outcome).length;
  const [holds, fails, few] = [count('holds'), count('fails'), count('few rounds')];
  const parts = [
    `${formatCount(holds)} of the ${formatCount(rows.length)} that say less or more still do`,
    ...(fails > 0 ? [`${formatCount(fails)} no longer ${fails === 1 ? 'does' : 'do'}`] : []),
    ...(few > 0
      ? [
          `${formatCount(few)} ${few === 1 ? 'has' : 'have'} fewer than the ${formatCount(fewest)} rounds that an interval of this level needs, and ${few === 1 ? 'holds' : 'hold'} at the highest level that they give`,
        ]
      : []),
  ];
  return (
    `The document tells ${formatCount(told)} of them, in the verdict table and in its claims. ` +
    `Asked to hold together, so that the chance of any false one among them is at most 1%, each has to hold at ${levelWords(level)}, that is 1 − 0.01/${formatCount(told)} (Bonferroni's way; O. J. Dunn 1961, Multiple comparisons among means): ${joined(parts)}.`
  );
}

/** "99.98%": with as many digits as tell it from the next round number; never rounded up. */
export function levelWords(level: number): string {
  const missing = 100 * (1 - level);
  const decimals = decimalsForDigits(missing, 1) + 1;
  const factor = 10 ** decimals;
  return `${toText(Math.floor(100 * level * factor + 1e-6) / factor, decimals)}%`;
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')}, and ${last}`;
}
