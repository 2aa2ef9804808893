import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../src/present/document.ts';
import type { SessionCase } from '../../src/store/schema.ts';
import {
  agreementOf,
  auditElements,
  ownElements,
  publishedOf,
  sideElements,
  withRow,
} from './elements.ts';
import { said } from './every-claim.ts';
import { evened, measuresFrom, stopped, swapped, viewOf } from './mutate.ts';
import {
  evenSets,
  isAhead,
  median,
  middle,
  renamed,
  saidOf,
  stopSets,
  swapSets,
  valuesByRound,
  views,
} from './mutation-sets.ts';

/** Texts that were looked at, and leads that were held against the records. */
let held = 0;
let leads = 0;
const sorted = (texts: readonly string[]): string[] => {
  held += texts.length;
  return [...texts].sort();
};
const runtimeOf = (aCase: SessionCase, id: string): string =>
  aCase.contestants.find((one) => one.id === id)!.runtime;

/** Whoever an element of two sides has ahead needs less than the other by the records themselves. */
function expectSidesTrue(view: DocumentView, aCase: SessionCase, measure: string): void {
  const at = (id: string): number => median(view, aCase.id, measure, id);
  const texts = sideElements(withRow(view, aCase.id, measure));
  held += texts.length;
  let leader: string | undefined;
  for (const text of texts) {
    const row = /^verdict: (\w+) ahead: (\S+): (\S+) .* (\S+) \(/.exec(text);
    if (row) {
      const [, group, winner = '', larger = '', smaller = ''] = row;
      expect(smaller, text).toBe(winner);
      expect(at(smaller), text).toBeLessThan(at(larger));
      expect(group === 'Duso', text).toBe(runtimeOf(aCase, winner) === 'duso');
      leader = winner;
      leads += 1;
    }
    const contents = /^contents: (\S+) ahead$/.exec(text)?.[1];
    if (text.startsWith('contents: ')) expect(contents, text).toBe(leader);
    const best = /^which: it .* (?:time|memory): best (\S+) /.exec(text)?.[1];
    if (best === undefined) continue;
    leads += 1;
    const taking = aCase.contestants.filter(({ once, controlOf }) => !once && !controlOf);
    const medians = taking.map(({ id }) => at(id)).filter((value) => value > 0);
    expect(at(best), text).toBe(Math.min(...medians));
  }
}

/** A machine that shows these runs contradicts what was found of the two. */
function expectContradicted(
  view: DocumentView,
  aCase: SessionCase,
  measure: string,
  x: string,
  y: string,
): void {
  const was = saidOf(aCase, measure, x, y);
  if (!isAhead(was)) return;
  const now = said([was.decided.claim], view).get(was.decided.claim.id)!;
  expect(agreementOf(was.decided, now.decided)).toBe('contradicts the reference');
  held += 1;
}

/** What a further worker costs is the median over the rounds, taken from the records themselves. */
function expectSlopesTrue(view: DocumentView): void {
  for (const { scenario, measure, contestants } of view.growth.values()) {
    for (const { id, from, to, slope } of contestants) {
      const [small, large] = [from, to].map((size) =>
        valuesByRound(view, `${scenario}/${size}`, measure, id),
      );
      const slopes = [...large!].flatMap(([round, value]) => {
        const other = small!.get(round);
        return other === undefined ? [] : [(value - other) / (to - from)];
      });
      expect(slope.point! / middle(slopes), `${scenario} ${id}`).toBeCloseTo(1, 6);
      held += 1;
    }
  }
}

describe('two labels swapped in one case and measure', () => {
  it('turn every row, alt text, chip and run that names one of the two', () => {
    let turned = 0;
    for (const { aCase, field, x, y } of swapSets) {
      const old = views.get(aCase.scenario)!;
      const view = viewOf(aCase.scenario, swapped(aCase, field, x, y));
      const isOneSide = runtimeOf(aCase, x) === runtimeOf(aCase, y);
      for (const { id: measure } of measuresFrom(aCase, field)) {
        const published = publishedOf(aCase.id, measure, x, y);
        const all = (from: DocumentView): string[] => [
          ...ownElements(from, aCase, measure),
          ...auditElements(from, published),
          ...(isOneSide ? sideElements(withRow(from, aCase.id, measure)) : []),
        ];
        const [was, now] = [all(old), sorted(all(view))];
        expect(now, `${aCase.id} ${measure} ${x} ${y}`).toEqual(
          was.map((text) => renamed(text, x, y)).sort(),
        );
        const known = new Set(was);
        turned += now.filter((text) => !known.has(text)).length;
        expectSidesTrue(view, aCase, measure);
        expectContradicted(view, aCase, measure, x, y);
      }
      expectSlopesTrue(view);
    }
    expect(turned).toBeGreaterThan(50 * swapSets.length);
  });
});

describe('a difference that shrinks to nothing', () => {
  it('leaves no row, alt text or chip that still sees it', () => {
    for (const { aCase, field, x, y } of evenSets) {
      const view = viewOf(aCase.scenario, evened(aCase, field, x, y));
      for (const { id: measure } of measuresFrom(aCase, field)) {
        const sides = sideElements(withRow(view, aCase.id, measure));
        const audit = auditElements(view, publishedOf(aCase.id, measure, x, y));
        const both = sorted([...sides, ...audit]).filter(
          (text) => text.includes(`${x} `) && text.includes(`${y} `),
        );
        for (const text of both) {
          if (/^verdict|^which/.test(text))
            expect(text).not.toMatch(/ahead|times as| more |: best /);
          else
            expect(text).toMatch(/(no difference|the same)[^:]*: ≠ not reproduced here, .*nobody$/);
        }
        expect(both.length).toBeGreaterThan(0);
        expectSidesTrue(view, aCase, measure);
      }
    }
  });
});

describe('a contestant that stops finishing', () => {
  it('has no number, no lead and no chip of its own left in any element', () => {
    for (const { aCase, id } of stopSets) {
      const view = viewOf(aCase.scenario, stopped(aCase, id));
      for (const { id: measure, matters } of aCase.measures) {
        if (matters === undefined) continue;
        const own = sorted(ownElements(view, aCase, measure)).filter((text) =>
          new RegExp(`^(figure|absent|run): ${id}[: ]`).test(text),
        );
        for (const text of own) {
          if (text.startsWith('run: ')) expect(text).toMatch(/: warm-up: |: timed out /);
          else expect(text).toMatch(/0 of \d+/);
        }
        expect(own.length).toBeGreaterThan(3);
        const sides = sideElements(withRow(view, aCase.id, measure)).join('\n');
        expect(sides).not.toMatch(
          new RegExp(`: ${id}: (?!\\d+ of)|(than|as) ${id} |${id} ahead|: best ${id} `),
        );
        expectSidesTrue(view, aCase, measure);
      }
    }
  });
});

it('all of that was no empty talk', () => {
  expect(held).toBeGreaterThan(35_000);
  expect(leads).toBeGreaterThan(500);
});
