/** What a measure is called in a sentence. */
import { z } from 'astro/zod';

const text = z.string().min(1);

export const wordsSchema = z.strictObject({
  /** "takes" and "take". */
  verb: z.strictObject({ one: text, many: text }),
  /** "time", "peak memory": after "the least" and "no difference in". */
  noun: text,
  /** After "1.47 times": "as long", "as much". */
  as: text,
  /** What follows that, and stands before the "as" or "than" of the other side: "", "peak memory". */
  object: z.string(),
  /** After a difference: "less", "less peak memory"; "longer", "more peak memory". */
  less: text,
  more: text,
  /** After a value: "", "of peak memory", "beyond the waiting". */
  of: z.string(),
  /** After the other side, with its space or comma: "", " until all have reported", ", counting the whole tree". */
  after: z.string(),
  /** What is counted, where it can be counted in several ways: "the whole tree". */
  counted: text.optional(),
});

/** But for `after` without a space at either end; empty where there is nothing to say. */
export type MeasureWords = z.infer<typeof wordsSchema>;

const TAKES = { one: 'takes', many: 'take' } as const;
const HAS = { one: 'has', many: 'have' } as const;
const NEEDS = { one: 'needs', many: 'need' } as const;

/** "takes 1.47 times as long as", "takes 5 ms longer than". */
export const timeWords: MeasureWords = {
  verb: TAKES,
  noun: 'time',
  as: 'as long',
  object: '',
  less: 'less',
  more: 'longer',
  of: '',
  after: '',
};

/** "needs 1.47 times as much peak memory as", "needs 5 MB less peak memory than". */
export function amountWords(noun: string, changes: Partial<MeasureWords> = {}): MeasureWords {
  return {
    verb: NEEDS,
    noun,
    as: 'as much',
    object: noun,
    less: `less ${noun}`,
    more: `more ${noun}`,
    of: `of ${noun}`,
    after: '',
    ...changes,
  };
}

/** The same with "takes": an amount of time that isn't the time itself. */
export function amountOfTimeWords(noun: string): MeasureWords {
  return amountWords(noun, { verb: TAKES });
}

/** "needs 1.47 times as much peak memory as b, counting the whole tree". */
export function memoryWords(counted: string): MeasureWords {
  return amountWords('peak memory', { after: `, counting ${counted}`, counted });
}

/** "writes 1.47 times as much output as", "writes 5 MB less output than"; "the same output" would be its content. */
export function sizeWords(noun: string): MeasureWords {
  return amountWords(noun, {
    verb: { one: 'writes', many: 'write' },
    noun: `amount of ${noun}`,
  });
}

/** "has 1.47 times as much compressed text as": said of what somebody else counts. */
export function heldWords(noun: string): MeasureWords {
  return amountWords(noun, { verb: HAS, noun: `amount of ${noun}` });
}

/** "has 1.47 times as many lines as", "has 5 fewer lines than". */
export function countWords(noun: string): MeasureWords {
  return {
    verb: HAS,
    noun: `number of ${noun}`,
    as: 'as many',
    object: noun,
    less: `fewer ${noun}`,
    more: `more ${noun}`,
    of: noun,
    after: '',
  };
}

/** What is left of a time: "needs 5 ms less beyond the waiting than". */
export function beyondWords(beyond: string): MeasureWords {
  return amountWords(`time ${beyond}`, {
    less: `less ${beyond}`,
    more: `more ${beyond}`,
    of: beyond,
  });
}

/** "keeps 1.9 cores busy". */
export const coresWords: MeasureWords = {
  verb: { one: 'keeps', many: 'keep' },
  noun: 'cores kept busy',
  as: 'as many',
  object: 'cores busy',
  less: 'fewer cores busy',
  more: 'more cores busy',
  of: 'busy',
  after: '',
};

/** The words of a measure divided by a count: "as much CPU time per worker". */
export function perWords(words: MeasureWords, noun: string): MeasureWords {
  const per = `per ${noun}`;
  if (words.object === '') return { ...words, after: `${words.after}, ${per}` };
  return {
    ...words,
    noun: `${words.noun} ${per}`,
    object: `${words.object} ${per}`.trim(),
    less: `${words.less} ${per}`,
    more: `${words.more} ${per}`,
    of: `${words.of} ${per}`.trim(),
  };
}
