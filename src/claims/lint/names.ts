/** Which words name a contestant or a runtime. They come from the reports and the runtime files, never from here. */

/** What the lint reads of a report's front matter. */
export interface LintedReport {
  readonly subject: string;
  readonly others: string;
  readonly contestants: readonly {
    readonly id: string;
    readonly label?: string | undefined;
    readonly worker?: string | undefined;
  }[];
  readonly cases: Readonly<Record<string, { readonly title: string }>>;
  readonly verdicts?:
    readonly { readonly case: string; readonly measure: string; readonly as: string }[] | undefined;
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
}

/** The words of all reports and runtimes as patterns, upper and lower case alike. */
export function namesOf({ reports, runtimes }: LintContext): Names {
  const strong = new Set(runtimes.flatMap((one) => [one.id, one.title]));
  const weak = new Set<string>();
  for (const report of reports) {
    strong.add(report.subject).add(report.others);
    for (const contestant of report.contestants) {
      strong
        .add(contestant.id)
        .add(contestant.id.replaceAll('-', ' '))
        .add(contestant.label ?? contestant.id);
      const own = ownWords(contestant.id, runtimes);
      if (own !== '') weak.add(own);
      const noun = contestant.worker?.split(/\s+/).at(-1);
      if (noun !== undefined && noun !== '') weak.add(noun);
    }
  }
  return { strong: wordsPattern([...strong]), weak: wordsPattern([...weak], '(?:es|s)?') };
}

/** What an id adds to its runtime's: "threads" of "<runtime>-threads"; empty where it is the runtime's own. */
export function ownWords(contestant: string, runtimes: readonly LintedRuntime[]): string {
  const runtime = runtimes.find((one) => contestant.startsWith(`${one.id}-`));
  return runtime === undefined ? '' : contestant.slice(runtime.id.length + 1).replaceAll('-', ' ');
}

/** A name of one or two letters is a common word too: it would make every sentence about a contestant. */
const SHORT_NAME = 2;

function wordsPattern(words: readonly string[], ending = ''): RegExp {
  const longestFirst = [...words].filter((word) => word !== '').sort((a, b) => b.length - a.length);
  const usable = longestFirst.filter((word) => word.length > SHORT_NAME);
  if (usable.length === 0) return /(?!)/;
  return new RegExp(`(?<![\\w-])(?:${usable.map(escape).join('|')})${ending}(?![\\w])`, 'i');
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
