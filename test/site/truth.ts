/** What pages say of who is ahead, held against medians that are taken from the records themselves. */
import { measureValue } from '../../src/analyse/measures.ts';
import type { Report } from '../../src/present/report.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Session } from '../../src/store/schema.ts';
import type { Piece } from './pieces.ts';

/** Median of a contestant's finished runs; Infinity where none finished. */
export type Medians = (caseId: string, measure: string, contestant: string) => number;

export function medianOf(session: Session, records: readonly InvocationRecord[]): Medians {
  return (caseId, measureId, contestant) => {
    const definition = session.cases.find(({ id }) => id === caseId)!;
    const measure = definition.measures.find(({ id }) => id === measureId)!;
    const values = records
      .filter((one) => one.case === caseId && one.contestant === contestant && one.round > 0)
      .filter((one) => one.outcome === 'measured')
      .map((one) => measureValue(one, measure, definition)!)
      .sort((a, b) => a - b);
    if (values.length === 0) return Infinity;
    return (values[(values.length - 1) >> 1]! + values[values.length >> 1]!) / 2;
  };
}

export interface Checked {
  /** How many statements of each kind were understood. */
  readonly told: { readonly findings: number; readonly winners: number; readonly leads: number };
  /** Those that the medians don't bear out. */
  readonly wrong: readonly string[];
}

/** Findings of the verdict table, winners of the table of what to use when, and the sentence under the title. */
export function falsehoods(
  pieces: readonly Piece[],
  report: Report,
  session: Session,
  at: Medians,
): Checked {
  const all = {
    findings: findings(pieces, report, at),
    winners: winners(pieces, report, session, at),
    leads: leads(pieces, report, session, at),
  };
  return {
    told: {
      findings: all.findings.length,
      winners: all.winners.length,
      leads: all.leads.length,
    },
    wrong: Object.values(all)
      .flat()
      .filter(({ isTrue }) => !isTrue)
      .map(({ text }) => text),
  };
}

interface Statement {
  readonly text: string;
  readonly isTrue: boolean;
}

/** "Duso takes 1.80 times as long as Python multiprocessing", in the row of a case of the document. */
function findings(pieces: readonly Piece[], report: Report, at: Medians): Statement[] {
  const labels = report.contestants.map(({ id, label }) => [label ?? id, id] as const);
  const startOf = (words: string): string | undefined =>
    longest(labels, (one) => words.startsWith(one));
  return pieces.flatMap(({ text }) =>
    report.verdicts.flatMap(({ case: caseId, measure, as }) => {
      const [, cell = ''] = text.split(`${report.cases[caseId]!.title} ${as}: `);
      const row = /^Finding: (.*)$/.exec(cell)?.[1];
      const [, told = '', , rest = ''] =
        /^[^\p{L}]*(.*) (takes|needs) .*? (?:than|as (?:long|much|many) as) (.*)$/u.exec(
          row ?? '',
        ) ?? [];
      const [larger, smaller] = [startOf(told), startOf(rest)];
      if (larger === undefined || smaller === undefined) return [];
      const [first = ''] = [measure].flat();
      return [{ text, isTrue: at(caseId, first, smaller) < at(caseId, first, larger) }];
    }),
  );
}

/** Of several labels that fit, one may begin with another: "Duso parallel()", "Duso". */
function longest(
  labels: readonly (readonly [label: string, id: string])[],
  fits: (label: string) => boolean,
): string | undefined {
  return labels.filter(([label]) => fits(label)).sort((a, b) => b[0].length - a[0].length)[0]?.[1];
}

/** "Compute, 20 workers: Least time: Python multiprocessing", where one is named. */
function winners(
  pieces: readonly Piece[],
  report: Report,
  session: Session,
  at: Medians,
): Statement[] {
  const ids = new Map(report.contestants.map(({ id, label }) => [label ?? id, id]));
  return pieces.flatMap(({ text }) =>
    report.which.flatMap(({ words, scenario = '', time, memory }) => {
      const [, size = '', by = '', told = ''] =
        new RegExp(
          `${words}, (.*) workers: Least (time|memory): (?:\\d )?(.*?)(?: a lead .*)?$`,
        ).exec(text) ?? [];
      const winner = ids.get(told);
      const [measure] = [(by === 'time' ? time : memory) ?? []].flat();
      if (winner === undefined || measure === undefined) return [];
      const caseId = `${scenario}/${size.replace(/\D/g, '')}`;
      const rivals = rivalsIn(session, caseId).filter(({ id }) => id !== winner);
      const best = at(caseId, measure, winner);
      return [{ text, isTrue: rivals.every(({ id }) => best < at(caseId, measure, id)) }];
    }),
  );
}

/** "When they are only started, it is behind up to 100 workers, ahead with 500 and behind from 1000 on." */
function leads(
  pieces: readonly Piece[],
  report: Report,
  session: Session,
  at: Medians,
): Statement[] {
  const sentences = pieces.filter(({ kind }) => kind === 'p').map(({ text }) => text);
  return sentences.flatMap((text) =>
    report.answer.flatMap(({ words, over }) => {
      if (over === undefined || !text.toLowerCase().startsWith(`${words}, it is `)) return [];
      const [measure = ''] = [over.measure].flat();
      const sizes = sizesOf(session, over.scenario);
      return [
        ...text.matchAll(
          /(ahead|behind)(?: by what may not matter)? (up to|with|from) ([\d\u202f]+)(?: to ([\d\u202f]+))?/g,
        ),
      ].flatMap(([, side, how, first = '', last]) => {
        const [from, to] = [first, last].map((one) => Number(one?.replace(/\D/g, '') ?? Infinity));
        const isTold = (size: number): boolean =>
          how === 'with'
            ? size === from
            : how === 'up to'
              ? size <= from!
              : size >= from! && size <= to!;
        return sizes.filter(isTold).map((size) => {
          const caseId = `${over.scenario}/${size}`;
          const best = (ofSubject: boolean): number =>
            Math.min(
              ...rivalsIn(session, caseId)
                .filter(({ runtime }) => (runtime === report.subject) === ofSubject)
                .map(({ id }) => at(caseId, measure, id)),
            );
          const isAhead = best(true) < best(false);
          return { text: `${caseId}: ${text}`, isTrue: isAhead === (side === 'ahead') };
        });
      });
    }),
  );
}

/** Who takes part to be compared: no control, nobody who is only tried once. */
function rivalsIn(
  session: Session,
  caseId: string,
): readonly Session['cases'][number]['contestants'][number][] {
  const { contestants } = session.cases.find(({ id }) => id === caseId)!;
  return contestants.filter(({ controlOf, once }) => controlOf === undefined && once !== true);
}

/** Sizes of a scenario at which several are compared. */
function sizesOf(session: Session, scenario: string): number[] {
  return session.cases
    .filter((one) => one.scenario === scenario && rivalsIn(session, one.id).length > 1)
    .map(({ parameters }) => Number(parameters['workers']));
}
