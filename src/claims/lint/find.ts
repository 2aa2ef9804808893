/** Sentences that state what only runs can support. Pure: blocks in, findings out. */
import { joinBlock, placeInBlock, type Block } from './block.ts';
import { comparingWord, isOutright, type ComparingRule } from './comparatives.ts';
import type { Names } from './names.ts';
import { measuredNumber } from './numbers.ts';
import { isSize } from './sizes.ts';

export type LintRule = 'number' | ComparingRule;

export interface LintFinding {
  readonly rule: LintRule;
  /** The whole sentence. */
  readonly sentence: string;
  /** The word or number that makes it a finding. */
  readonly words: string;
  /** The contestant or runtime that it names; absent for a number, which needs none. */
  readonly name?: string;
  readonly line: number;
  readonly column: number;
}

/** At most one finding a sentence, in the order of the text. */
export function findInBlocks(blocks: readonly Block[], names: Names): LintFinding[] {
  return blocks.flatMap((block) => findInBlock(block, names));
}

function findInBlock(block: Block, names: Names): LintFinding[] {
  const { text, prose } = joinBlock(block);
  const sizes = block.some((piece) => piece.isTitle) ? names.sizes : [];
  return sentencesOf(prose).flatMap(({ from, to }) => {
    const found = findInSentence(text.slice(from, to), prose.slice(from, to), names, sizes);
    if (found === undefined) return [];
    const place = placeInBlock(block, from);
    return [{ ...found, sentence: text.slice(from, to).trim(), ...place }];
  });
}

type Found = Pick<LintFinding, 'rule' | 'words' | 'name'>;

/**
 * @param text the sentence as it is read
 * @param prose the same with its code blanked out
 * @param sizes of the work, that it may name
 */
function findInSentence(
  text: string,
  prose: string,
  names: Names,
  sizes: readonly number[],
): Found | undefined {
  const number = measuredNumber(prose, (amount) => isSize(amount, sizes));
  if (number !== undefined) return { rule: 'number', words: number };
  const strong = names.strong.exec(text)?.[0];
  if (strong !== undefined)
    return comparisonIn(prose, ['comparative', 'superlative', 'verdict', 'judgement'], strong);
  const weak = names.weak.exec(text)?.[0];
  if (weak === undefined) return undefined;
  return comparisonIn(
    prose,
    isOutright(prose) ? ['comparative', 'superlative', 'verdict'] : ['verdict'],
    weak,
  );
}

function comparisonIn(
  prose: string,
  rules: readonly ComparingRule[],
  name: string,
): Found | undefined {
  for (const rule of rules) {
    const words = comparingWord(prose, rule);
    if (words !== undefined) return { rule, words, name };
  }
  return undefined;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesOf(text: string): { from: number; to: number }[] {
  return [...segmenter.segment(text)].map(({ index, segment }) => {
    const from = index + (segment.length - segment.trimStart().length);
    return { from, to: index + segment.length };
  });
}
