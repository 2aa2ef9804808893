/** What a measure is called in a sentence. */
import type { SessionCase, SessionMeasure } from '../../store/schema.ts';

export interface MeasureWords {
  /** "takes" and "take". */
  readonly verb: { readonly one: string; readonly many: string };
  /** After "1.47 times": "as long", "as much peak memory". */
  readonly asMuch: string;
  /** After a difference: "less", "less peak memory"; "longer", "more peak memory". */
  readonly less: string;
  readonly more: string;
  /** "time", "peak memory": after "the least" and "no difference in", with the tail behind it. */
  readonly noun: string;
  /** After a value: "", " of peak memory", " beyond the waiting". */
  readonly of: string;
  /** After the object: "", " until all have reported". */
  readonly tail: string;
  /** The program timed itself: the sentence has to say so. */
  readonly inside: boolean;
}

/** Words of a measure; those that a program reports go by the title that their scenario gives. */
export function measureWords(measure: SessionMeasure, aCase: SessionCase): MeasureWords {
  const { source } = measure;
  switch (source.from) {
    case 'launcher':
      return launcherWords(measure);
    case 'floor':
      return floorWords(measure);
    case 'program':
      return programWords(measure);
    case 'quotient':
      return quotientWords(measure, source, aCase);
  }
}

const takes = { one: 'takes', many: 'take' };
const needs = { one: 'needs', many: 'need' };

const time: MeasureWords = {
  verb: takes,
  asMuch: 'as long',
  less: 'less',
  more: 'longer',
  noun: 'time',
  of: '',
  tail: '',
  inside: false,
};

/** "as much <noun>", "less <noun>" and so on. */
function amountOf(noun: string, verb: MeasureWords['verb']): MeasureWords {
  return {
    verb,
    asMuch: `as much ${noun}`,
    less: `less ${noun}`,
    more: `more ${noun}`,
    noun,
    of: ` of ${noun}`,
    tail: '',
    inside: false,
  };
}

function launcherWords({ id, title, unit }: SessionMeasure): MeasureWords {
  switch (id) {
    case 'wall':
      return time;
    case 'cpuTime':
      return amountOf('CPU time', takes);
    case 'peakTree':
      return amountOf('peak memory', needs);
    case 'peakProcess': {
      const tail = ', counting the largest process alone';
      return { ...amountOf('peak memory', needs), tail };
    }
    default:
      return amountOf(lowerFirst(title), unit === 'ns' ? takes : needs);
  }
}

/** "Time beyond the waiting": what is left when the floor is taken off. */
function floorWords({ title }: SessionMeasure): MeasureWords {
  const beyond = /^Time (.+)$/.exec(title)?.[1] ?? 'beyond the floor';
  const base = amountOf(`time ${beyond}`, needs);
  return { ...base, less: `less ${beyond}`, more: `more ${beyond}`, of: ` ${beyond}` };
}

/** A title such as "Until all have reported" goes on after the object. */
function programWords({ title, unit }: SessionMeasure): MeasureWords {
  const name = lowerFirst(title);
  if (unit !== 'ns') return { ...amountOf(name, needs), inside: true };
  if (!/^until /.test(name)) return { ...amountOf(name, takes), inside: true };
  return { ...time, tail: ` ${name}`, inside: true };
}

function quotientWords(
  measure: SessionMeasure,
  source: { readonly of: string; readonly by: string },
  aCase: SessionCase,
): MeasureWords {
  if (measure.unit === 'cores') {
    const base = amountOf('cores busy', { one: 'keeps', many: 'keep' });
    return { ...base, asMuch: 'as many cores busy', of: ' busy', noun: 'cores kept busy' };
  }
  const others = aCase.measures.filter((one) => one.id !== measure.id);
  const of = others.find((one) => one.id === source.of);
  if (of === undefined) return amountOf(lowerFirst(measure.title), takes);
  const base = measureWords(of, { ...aCase, measures: others });
  const per = ` per ${source.by.replace(/s$/, '')}`;
  if (base.tail !== '') return { ...base, tail: `${base.tail},${per}` };
  return {
    ...base,
    asMuch: base.asMuch + per,
    less: base.less + per,
    more: base.more + per,
    noun: base.noun + per,
    of: base.of + per,
  };
}

function lowerFirst(title: string): string {
  return /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
