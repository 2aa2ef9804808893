/** A figure as somebody printed it: "3.2x", "~11 s", "20-50 MB", "0.5%". */
import { unitOfSymbol, type MeasureUnit } from './units.ts';

type QuantityUnit = 'ratio' | MeasureUnit;

export interface Quantity {
  readonly unit: QuantityUnit;
  /** What the printed digits leave open, in the unit itself: "29 MB" stands for 28.5 to 29.5 MB. */
  readonly low: number;
  readonly high: number;
  /** The printed value; the middle of a range. */
  readonly value: number;
  /** Numbers as printed, to be found in the quote. */
  readonly printed: readonly string[];
}

/** What "about" leaves open, to both sides. */
const ABOUT = 0.1;
const pattern = /^(~)?(\d[\d,]*(?:\.\d+)?)(?:[-–](\d[\d,]*(?:\.\d+)?))? ?(\D+)$/;

/** Reads a figure; undefined where it isn't one. Memory is read in decimal units, as it was printed. */
export function parseQuantity(text: string): Quantity | undefined {
  const [, about, first, last, symbol = ''] = pattern.exec(text.trim()) ?? [];
  const unit = symbol === 'x' ? TIMES : unitOfSymbol(symbol);
  if (first === undefined || unit === undefined) return undefined;
  const ends = [first, last ?? first].map(readNumber);
  const [from = 0, to = 0] = ends.map((end) => end.value);
  const step = Math.max(...ends.map((end) => end.halfStep));
  const open = (value: number): number => Math.max(step, about === undefined ? 0 : ABOUT * value);
  return {
    unit: unit.unit,
    low: (from - open(from)) * unit.size,
    high: (to + open(to)) * unit.size,
    value: ((from + to) / 2) * unit.size,
    printed: last === undefined ? [first] : [first, last],
  };
}

const TIMES = { unit: 'ratio', size: 1 } as const;

/** Half of the last printed digit is what rounding leaves open. */
function readNumber(text: string): { value: number; halfStep: number } {
  const plain = text.replaceAll(',', '');
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { value: Number(plain), halfStep: 0.5 * 10 ** -decimals };
}

/** Numbers that stand in a text, without their thousands separators. */
export function numbersIn(text: string): string[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((number) => number.replaceAll(',', ''));
}
