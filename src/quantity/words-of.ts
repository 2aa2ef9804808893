/** The words of a measure: its own, or those that follow from where it comes from. */
import { betterOf, type Measure } from './measure.ts';
import { isTime } from './units.ts';
import {
  amountOfTimeWords,
  amountWords,
  beyondWords,
  coresWords,
  memoryWords,
  perWords,
  timeWords,
  type MeasureWords,
} from './words.ts';

/**
 * What a measure is called. In sessions of before measures had words, and where a scenario gives none,
 * they follow from the source and the title.
 *
 * @param all measures of the case: a quotient is called after what it is made of
 */
export function wordsOf(measure: Measure, all: readonly Measure[] = []): MeasureWords {
  const { source, words } = measure;
  if (words !== undefined) return words;
  switch (source.from) {
    case 'launcher':
      return launcherWords(measure);
    case 'floor':
      return beyondWords(/^Time (.+)$/.exec(measure.title)?.[1] ?? 'beyond the floor');
    case 'output':
    case 'build':
    case 'check':
      return titleWords(measure);
    case 'program':
      return isUntil(measure)
        ? { ...timeWords, after: ` ${titleInText(measure.title)}` }
        : titleWords(measure);
    case 'quotient':
      return quotientWords(measure, source, all);
  }
}

/**
 * Whether sentences can say what it is: its own words do, or those that follow from its source. A
 * title alone makes no sentence: "takes 2 times as much serving all requests".
 */
export function hasWords(measure: Measure): boolean {
  const { source, unit, words } = measure;
  if (words !== undefined || source.from === 'launcher' || source.from === 'floor') return true;
  return source.from === 'program' ? isUntil(measure) : unit === 'cores';
}

function isUntil({ title }: Measure): boolean {
  return /^Until [a-z]/.test(title);
}

const ofLauncher: Readonly<Record<string, MeasureWords>> = {
  wall: timeWords,
  cpuTime: amountOfTimeWords('CPU time'),
  peakTree: memoryWords('the whole tree'),
  peakProcess: memoryWords('the largest process alone'),
};

function launcherWords(measure: Measure): MeasureWords {
  return ofLauncher[measure.id] ?? titleWords(measure);
}

function titleWords({ title, unit }: Measure): MeasureWords {
  const noun = titleInText(title);
  return isTime(unit) ? amountOfTimeWords(noun) : amountWords(noun);
}

function quotientWords(
  measure: Measure,
  { of, by }: { readonly of: string; readonly by: string },
  all: readonly Measure[],
): MeasureWords {
  if (measure.unit === 'cores') return coresWords;
  const others = all.filter((one) => one.id !== measure.id);
  const whole = others.find((one) => one.id === of);
  if (whole === undefined) return titleWords(measure);
  return perWords(wordsOf(whole, others), by.replace(/s$/, ''));
}

/** Under a figure: "Less is better." Empty where neither is. */
export function betterWords(measure: Measure): string {
  const better = betterOf(measure);
  if (better === 'neither') return '';
  return better === 'more' ? 'More is better.' : 'Less is better.';
}

/** A title in the middle of a text: "peak memory of the whole tree", but "CPU time". */
export function titleInText(title: string): string {
  return /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
