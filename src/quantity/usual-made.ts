/** The usual measures of what is made: outputs, and built programs. */
import type { StatedMeasure } from './measure.ts';
import type { Statement } from './usual.ts';
import { amountWords, countWords, heldWords, sizeWords, timeWords } from './words.ts';

/** Bytes of the files that it wrote into `{out}`; where it has no such folder, of its standard output. */
export function outputSize(statement: Statement = {}): StatedMeasure {
  return {
    id: 'outputSize',
    title: 'Size of the output',
    unit: 'bytes',
    source: { from: 'output' },
    words: sizeWords('output'),
    ...statement,
  };
}

/** Bytes of what the build made. */
export function binarySize(statement: Statement = {}): StatedMeasure {
  return {
    id: 'binarySize',
    title: 'Size of the program',
    unit: 'bytes',
    source: { from: 'build', what: 'size' },
    words: amountWords('disk space'),
    ...statement,
  };
}

/** What building the program takes: it is built anew in each round, beside the run that is timed. */
export function buildTime(statement: Statement = {}): StatedMeasure {
  return {
    id: 'buildTime',
    title: 'Time of the build',
    unit: 'ns',
    source: { from: 'build', what: 'time' },
    words: { ...timeWords, after: ' to build' },
    ...statement,
  };
}

interface Checked extends Statement {
  readonly title: string;
  readonly unit: 'bytes' | 'count';
  readonly better?: StatedMeasure['better'];
  /** What there is less or more of, of a count in the plural: "compressed text", "lines that differ". */
  readonly noun: string;
}

/** What the check program counts in the outputs, and reports in its last line. */
export function checked(id: string, { noun, ...statement }: Checked): StatedMeasure {
  const words = statement.unit === 'count' ? countWords(noun) : heldWords(noun);
  return { id, source: { from: 'check' }, words, ...statement };
}
