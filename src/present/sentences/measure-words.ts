/** What a measure is called in a clause. */
import { isInside } from '../../quantity/measure.ts';
import { wordsOf } from '../../quantity/words-of.ts';
import type { MeasureWords as Words } from '../../quantity/words.ts';
import type { SessionCase, SessionMeasure } from '../../store/schema.ts';
import type { Wording } from './wording.ts';

export interface MeasureWords extends Words {
  /** After "1.47 times": "as long", "as much peak memory". */
  readonly asMuch: string;
  /** After a value, with its space: "", " of peak memory", " beyond the waiting". */
  readonly of: string;
  /** The program timed itself: the sentence has to say so. */
  readonly inside: boolean;
}

/**
 * Words of a measure, ready to be put together.
 *
 * @param form the short one leaves out what is said once a section: until when a program times itself
 */
export function measureWords(
  measure: SessionMeasure,
  { measures }: Pick<SessionCase, 'measures'>,
  form: Wording['form'] = 'whole',
): MeasureWords {
  const words = wordsOf(measure, measures);
  const isSaid = form === 'short' && measure.source.from === 'program';
  return {
    ...words,
    ...(isSaid && { after: '' }),
    asMuch: `${words.as} ${words.object}`.trimEnd(),
    of: words.of === '' ? '' : ` ${words.of}`,
    inside: form === 'whole' && isInside(measure, measures),
  };
}
