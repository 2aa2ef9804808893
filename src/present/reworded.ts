/** Measures as a report calls them: a wording needs no new measuring. */
import { wordsOf } from '../quantity/words-of.ts';
import type { SessionCase, SessionMeasure } from '../store/schema.ts';
import type { Report } from './report.ts';

type Wordings = Pick<Report, 'measures'>;

/** The case with the titles and words that the report states, and all else as it was measured. */
export function rewordedCase({ measures: wordings }: Wordings, aCase: SessionCase): SessionCase {
  if (Object.keys(wordings).length === 0) return aCase;
  const all = aCase.measures;
  const measures = all.map((one) => withWording(one, wordings[one.id], all));
  return { ...aCase, measures };
}

function withWording(
  measure: SessionMeasure,
  wording: Report['measures'][string] | undefined,
  all: readonly SessionMeasure[],
): SessionMeasure {
  const { title = measure.title, words } = wording ?? {};
  const own = words && Object.assign({}, wordsOf(measure, all), words);
  return { ...measure, title, ...(own && { words: own }) };
}
