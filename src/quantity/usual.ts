/** The usual measures, for scenarios to list. */
import type { StatedMeasure } from './measure.ts';
import {
  amountOfTimeWords,
  beyondWords,
  coresWords,
  memoryWords,
  perWords,
  timeWords,
  type MeasureWords,
} from './words.ts';

/** What a scenario says of a usual measure: what difference matters. Without it nothing is compared by it. */
export type Statement = Pick<StatedMeasure, 'matters'>;

/** Pages are what the kernel gives. */
const PAGE_BYTES = 4096;

/** From the start of the process to its end, from outside. */
export function wall(statement: Statement = {}): StatedMeasure {
  return {
    id: 'wall',
    title: 'Wall time',
    unit: 'ns',
    source: { from: 'launcher' },
    words: timeWords,
    ...statement,
  };
}

/** User and system time of the whole tree. */
export function cpuTime(statement: Statement = {}): StatedMeasure {
  return {
    id: 'cpuTime',
    title: 'CPU time',
    unit: 'ns',
    source: { from: 'launcher' },
    words: amountOfTimeWords('CPU time'),
    ...statement,
  };
}

/** CPU time divided by wall time. */
export function coresBusy(): StatedMeasure {
  return {
    id: 'coresBusy',
    title: 'Cores kept busy',
    unit: 'cores',
    better: 'neither',
    source: { from: 'quotient', of: 'cpuTime', by: 'wall' },
    words: coresWords,
  };
}

/** What the whole tree added to the memory in use, kernel memory included; cached file pages were there before. */
export function peakTree(statement: Statement = {}): StatedMeasure {
  return {
    id: 'peakTree',
    title: 'Peak memory of the whole tree',
    unit: 'bytes',
    source: { from: 'launcher' },
    resolution: PAGE_BYTES,
    words: memoryWords('the whole tree'),
    ...statement,
  };
}

/** Largest resident size of the largest process, file pages included. */
export function peakProcess(statement: Statement = {}): StatedMeasure {
  return {
    id: 'peakProcess',
    title: 'Peak memory of the largest process',
    unit: 'bytes',
    source: { from: 'launcher' },
    resolution: PAGE_BYTES,
    words: memoryWords('the largest process alone'),
    ...statement,
  };
}

interface Beyond extends Statement {
  /** What the floor is, after "Time": "beyond the waiting". */
  readonly beyond: string;
  /** The time that the floor is taken off: one that the program reports. Absent: the wall time. */
  readonly of?: string;
}

/** What remains of a time when the scenario's floor is taken off: compared as a difference. */
export function beyondFloor({ beyond, of, ...statement }: Beyond): StatedMeasure {
  return {
    id: 'overhead',
    title: `Time ${beyond}`,
    unit: 'ns',
    source: { from: 'floor', ...(of !== undefined && { of }) },
    words: beyondWords(beyond),
    ...statement,
  };
}

interface Reported extends Statement {
  readonly title: string;
  /** Step of the coarsest clock among the contestants, in ns. */
  readonly resolution?: number;
  /** What ends a sentence about it: "until all have reported". */
  readonly until: string;
}

/** A time that the program takes itself and reports in its last line. */
export function reported(id: string, { until, ...statement }: Reported): StatedMeasure {
  return {
    id,
    unit: 'ns',
    source: { from: 'program' },
    words: { ...timeWords, after: ` ${until}` },
    ...statement,
  };
}

interface PerUnit extends Statement {
  readonly id: string;
  /** Parameter that counts the units. */
  readonly by: string;
  /** One of them: "worker". */
  readonly noun: string;
}

/** A measure divided by a count. */
export function perUnit(of: StatedMeasure, { id, by, noun, ...statement }: PerUnit): StatedMeasure {
  const { title, unit, words } = of;
  const per: MeasureWords | undefined = words && perWords(words, noun);
  const named = `per ${noun}`;
  return {
    id,
    title: words?.object === '' ? `${title}, ${named}` : `${title} ${named}`,
    unit,
    source: { from: 'quotient', of: of.id, by },
    ...(of.better !== undefined && { better: of.better }),
    ...(per && { words: per }),
    ...statement,
  };
}

interface Rate extends Statement {
  readonly id: string;
  readonly title: string;
  /** What is counted: a measure or a parameter. */
  readonly of: string;
  /** The time that it is divided by; absent: the wall time. */
  readonly by?: string;
  /** "lines". */
  readonly noun: string;
  /** What is done with them; absent: "does" and "do". */
  readonly verb?: MeasureWords['verb'];
}

const DOES = { one: 'does', many: 'do' } as const;

/** So many a second: more is better. */
export function rate({
  id,
  title,
  of,
  by = 'wall',
  noun,
  verb = DOES,
  ...statement
}: Rate): StatedMeasure {
  return {
    id,
    title,
    unit: 'count/s',
    better: 'more',
    source: { from: 'quotient', of, by },
    words: {
      verb,
      noun: `${noun} per second`,
      as: 'as many',
      object: `${noun} per second`,
      less: `fewer ${noun} per second`,
      more: `more ${noun} per second`,
      of: noun,
      after: '',
    },
    ...statement,
  };
}
