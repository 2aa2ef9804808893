import { describe, expect, it } from 'vitest';
import { decideClaim } from '../../src/claims/decide.ts';
import type { Claim } from '../../src/claims/schema.ts';
import type { DocumentView } from '../../src/present/document.ts';
import { columnOf } from '../../src/present/figure/column.ts';
import { useCases } from '../../src/present/sentences/winners.ts';
import { wordingFor } from '../../src/present/sentences/wording.ts';
import { verdictRow } from '../../src/present/verdicts/verdict-row.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import { asserted, said, type Said } from './every-claim.ts';
import { evened, measuresFrom, stopped, swapped, viewOf } from './mutate.ts';
import {
  before,
  claims,
  evenSets,
  isAhead,
  measured,
  median,
  renamed,
  saidOf,
  stopSets,
  swapSets,
} from './mutation-sets.ts';

/** Sentences that were held against the records, so that none slips through unread. */
let heldTrue = 0;

/** Sentences that name a larger and a smaller side, held against the records. */
function expectTrue(text: string, view: DocumentView, { decided }: Said): void {
  const { outcome } = decided;
  if (!('measure' in outcome) || outcome.kind === 'growth' || outcome.kind === 'slope') return;
  const at = (id: string): number => median(view, outcome.place.id, outcome.measure.id, id);
  const times =
    /^(\S+) (?:takes|needs|keeps) (?:at least )?[\d.]+ times .*? as (?:long|much|many)(?: .*?)? as (\S+?)(?:,| |$)/.exec(
      text.replace(/times as (long|much( \w+)*) as/, 'times as $1 as'),
    );
  const plain = /^(\S+) \S+ [\d.,  ]+ times as [\w ]+? as ([\w-]+)/.exec(text) ?? times;
  const larger = (a: string, b: string): void => {
    expect(at(a), text).toBeGreaterThan(at(b));
    heldTrue += 1;
  };
  if (plain) larger(plain[1]!, plain[2]!);
  const more = /^(\S+) \S+ \S+ (?:longer|more [\w ]+) than ([\w-]+)/.exec(text);
  if (more) larger(more[1]!, more[2]!);
  const less = /^(\S+) \S+ \S+ less(?: [\w ]+)? than ([\w-]+)/.exec(text);
  if (less) larger(less[2]!, less[1]!);
  // "a takes 5.05 s and b 5.24 s: 190 ms less".
  const wholes = /^(\S+) takes \S+ and (\S+) \S+: \S+ (less|longer)/.exec(
    text.replaceAll('\u00a0', '_'),
  );
  if (wholes?.[3] === 'less') larger(wholes[2]!, wholes[1]!);
  if (wholes?.[3] === 'longer') larger(wholes[1]!, wholes[2]!);
}

/** The verdict table and the charts of a case, by one measure. */
function expectDrawn(view: DocumentView, aCase: SessionCase, measureId: string): void {
  const shown = measured(view, aCase.id);
  const choice = { case: aCase.id, measure: measureId, as: 'it', section: 'x' };
  const row = verdictRow(view, choice, shown);
  const winner = useCases(
    [
      decideClaim(
        { kind: 'winner', id: 'w', file: '', line: 1, in: aCase.id, winner: measureId },
        view,
      ),
    ],
    wordingFor(view),
  )[0]!;
  expect(winner.state === 'ahead', `${aCase.id} ${measureId}`).toBe(row.state === 'ahead');
  if (row.state === 'ahead') expect(winner.leaders[0]?.contestant).toBe(row.winner.contestant);
  const measure = shown.definition.measures.find((one) => one.id === measureId)!;
  const { axis, cells } = columnOf({ aCase: shown, measure }, true);
  for (const { id, finished, attempted } of shown.result.contestants) {
    const cell = cells.get(id);
    if (cell?.kind !== 'estimate' || finished < attempted) continue;
    expect(cell.marks?.dots).toHaveLength(finished);
    expect(cell.marks?.median).toBe(axis?.place(median(view, aCase.id, measureId, id)));
  }
}

describe('two labels swapped in one case and measure', () => {
  const sets = swapSets;

  it('are at least 200 data sets', () => {
    expect(sets.length).toBeGreaterThanOrEqual(200);
  });

  it('turn every sentence about the two, and fail every claim that asserted the old finding', () => {
    let failed = 0;
    for (const { aCase, field, x, y } of sets) {
      const view = viewOf(aCase.scenario, swapped(aCase, field, x, y));
      const old = before.get(aCase.scenario)!;
      const now = said(claims.get(aCase.scenario)!, view);
      const affected = new Set(measuresFrom(aCase, field).map(({ id }) => id));
      for (const claim of claims.get(aCase.scenario)!) {
        const after = now.get(claim.id)!;
        expectTrue(after.whole, view, after);
        expectTrue(after.short, view, after);
        const mirror = mirrorOf(claim, aCase, affected, x, y);
        if (mirror === undefined) continue;
        const source = old.get(mirror)!;
        expect(after.whole, `${claim.id} with ${x} and ${y} swapped`).toBe(
          renamed(source.whole, x, y),
        );
        expect(after.short).toBe(renamed(source.short, x, y));
        if (after.found !== old.get(claim.id)!.found) {
          expect(decideClaim(asserted(claim, old.get(claim.id)!), view).holds).toBe(false);
          failed += 1;
        }
      }
      for (const measure of affected) {
        const turned = now.get(`compare ${aCase.id} ${measure} ${x} ${y}`)!;
        const was = saidOf(aCase, measure, x, y);
        const turn = { less: 'more', more: 'less' } as const;
        if (isAhead(was))
          expect(turned.found).toBe(
            was.found.replace(/^less|^more/, (side) => turn[side as keyof typeof turn]),
          );
        expectDrawn(view, aCase, measure);
      }
    }
    expect(failed).toBeGreaterThanOrEqual(sets.length);
  });
});

/** The claim that said before, with the two names exchanged, what this one has to say now. */
function mirrorOf(
  claim: Claim,
  aCase: SessionCase,
  affected: ReadonlySet<string>,
  x: string,
  y: string,
): string | undefined {
  const exchanged = (id: string): string => (id === x ? y : id === y ? x : id);
  if (claim.kind === 'compare' && claim.in === aCase.id && affected.has(String(claim.on))) {
    return `compare ${aCase.id} ${String(claim.on)} ${claim.compare.map(exchanged).join(' ')}`;
  }
  if (claim.kind === 'value' && claim.in === aCase.id && affected.has(claim.value)) {
    return `value ${aCase.id} ${claim.value} ${exchanged(claim.of)}`;
  }
  if (claim.kind === 'best' && claim.in === aCase.id && affected.has(String(claim.best)))
    return claim.id;
  return undefined;
}

describe('a difference that shrinks to nothing', () => {
  const sets = evenSets;

  it('leaves no sentence that still sees it', () => {
    for (const { aCase, field, x, y } of sets) {
      const view = viewOf(aCase.scenario, evened(aCase, field, x, y));
      const now = said(claims.get(aCase.scenario)!, view);
      for (const { id } of measuresFrom(aCase, field)) {
        const claim = `compare ${aCase.id} ${id} ${x} ${y}`;
        const after = now.get(claim)!;
        expect(after.found, claim).toMatch(/^(same|no-difference-shown)$/);
        expect(after.whole).toMatch(
          / (can't be told apart|show no difference|take the same|need the same) /,
        );
        expect(after.whole).not.toMatch(/times as|less|longer| than /);
        const was = before.get(aCase.scenario)!.get(claim)!;
        const old = claims.get(aCase.scenario)!.find((one) => one.id === claim)!;
        if (was.found !== after.found)
          expect(decideClaim(asserted(old, was), view).holds).toBe(false);
        expectDrawn(view, aCase, id);
      }
      for (const one of now.values()) expectTrue(one.whole, view, one);
    }
    expect(sets.length).toBe(50);
  });
});

describe('a contestant that stops finishing', () => {
  const sets = stopSets;

  it('has no number left, wins nothing, and is said not to finish wherever it is named', () => {
    for (const { aCase, id } of sets) {
      const view = viewOf(aCase.scenario, stopped(aCase, id));
      const now = said(claims.get(aCase.scenario)!, view);
      const finish = now.get(`finish ${aCase.id} ${id}`)!;
      expect(finish.found).toBe('did-not-finish');
      expect(finish.whole).toBe(
        `${id} finished 0 of ${aCase.rounds} runs: not finished after ${aCase.timeoutS} s`,
      );
      for (const claim of claims.get(aCase.scenario)!) {
        const after = now.get(claim.id)!;
        const was = before.get(aCase.scenario)!.get(claim.id)!;
        expectTrue(after.whole, view, after);
        if (!('in' in claim) || claim.in !== aCase.id) continue;
        const isAbout =
          claim.kind === 'value'
            ? claim.of === id
            : claim.kind === 'compare' && claim.compare.includes(id);
        if (isAbout) {
          expect(after.whole, claim.id).toMatch(
            /finished 0 of \d+ runs|0 of \d+ runs finished|is run once|was not run/,
          );
          expect(after.whole).not.toMatch(new RegExp(`^${id} (takes|needs|keeps|is ahead)`));
        }
        if (claim.kind === 'best' || claim.kind === 'winner')
          expect(after.decided.outcome.kind === 'best' && after.decided.found.includes(id)).toBe(
            false,
          );
        if (claim.kind !== 'value' && was.found !== after.found)
          expect(decideClaim(asserted(claim, was), view).holds).toBe(false);
      }
    }
    expect(sets.length).toBe(20);
  });
});

it('thousands of sentences were held against the records', () => {
  expect(heldTrue).toBeGreaterThan(5000);
});
