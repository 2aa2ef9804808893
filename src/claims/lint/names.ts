/** Which words name a contestant or a runtime. They come from the reports and the runtime files, never from here. */

import type { Parameters } from '../../scenario/schema.ts';
import { sizesOf } from './sizes.ts';

/** What the lint reads of a report's front matter. */
export interface LintedReport {
  readonly subject?: string | undefined;
  readonly others?: string | undefined;
  readonly contestants: readonly {
    readonly id: string;
    readonly label?: string | undefined;
    readonly worker?: string | undefined;
  }[];
  readonly cases: Readonly<
    Record<string, { readonly title: string; readonly parameters?: Parameters | undefined }>
  >;
  readonly verdicts?:
    | readonly {
        readonly case: string;
        readonly measure: string | readonly string[];
        readonly as: string;
      }[]
    | undefined;
}

export interface LintedRuntime {
  readonly id: string;
  readonly title: string;
}

/** Whose names count, and what a claim to paste may speak of. */
export interface LintContext {
  readonly reports: readonly LintedReport[];
  readonly runtimes: readonly LintedRuntime[];
}

export interface Names {
  /** Runtimes and contestants by name: any comparison about them is one. */
  readonly strong: RegExp;
  /** What a contestant is made of ("tasks"): common words, so only an outright comparison counts. */
  readonly weak: RegExp;
  /** How large the work of the cases is, which titles may say. */
  readonly sizes: readonly number[];
}

/** The words of all reports and runtimes as patterns, upper and lower case alike. */
export function namesOf({ reports, runtimes }: LintContext): Names {
  const strong = new Set(runtimes.flatMap((one) => [one.id, one.title]));
  const weak = new Set<string>();
  const sizes = reports.flatMap(({ cases }) =>
    sizesOf(
      Object.fromEntries(
        Object.entries(cases).map(([id, { parameters = {} }]) => [id, parameters]),
      ),
    ),
  );
  for (const report of reports) {
    // A scenario has the name of its work, which its contestants often bear as well: "<runtime>-count".
    const works = new Set(Object.keys(report.cases).map((id) => id.replace(/\/.*$/, '')));
    strong.add(report.subject ?? '').add(report.others ?? '');
    for (const contestant of report.contestants) {
      if (!works.has(contestant.id))
        strong.add(contestant.id).add(contestant.id.replaceAll('-', ' '));
      strong.add(contestant.label ?? '');
      const own = ownWords(contestant.id, runtimes);
      if (!works.has(own.replaceAll(' ', '-'))) weak.add(own);
      weak.add(contestant.worker?.split(/\s+/).at(-1) ?? '');
    }
  }
  return { strong: wordsPattern([...strong]), weak: wordsPattern([...weak], '(?:es|s)?'), sizes };
}

/** What an id adds to its runtime's: "threads" of "<runtime>-threads"; empty where it is the runtime's own. */
export function ownWords(contestant: string, runtimes: readonly LintedRuntime[]): string {
  const own = runtimes
    .map(({ id }) => id)
    .filter((id) => `${contestant}-`.startsWith(`${id}-`))
    .sort((a, b) => b.length - a.length);
  const runtime = own[0] ?? contestant;
  return contestant.slice(runtime.length + 1).replaceAll('-', ' ');
}

/** A name of one or two letters is a common word too: it would make every sentence about a contestant. */
const SHORT_NAME = 2;

function wordsPattern(words: readonly string[], ending = ''): RegExp {
  const usable = words
    .filter((word) => word.length > SHORT_NAME)
    .sort((a, b) => b.length - a.length);
  if (usable.length === 0) return /(?!)/;
  return new RegExp(`(?<![\\w-])(?:${usable.map(asPattern).join('|')})${ending}(?![\\w])`, 'i');
}

/** A word as a pattern that finds it, whatever signs stand in it. */
export function asPattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
