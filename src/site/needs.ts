/** What has to be measured for a report. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../claims/schema.ts';
import type { FigureTest } from '../claims/published.ts';
import type { Report } from '../present/report.ts';
import { readClaims } from './claims.ts';
import { publishedOf } from './published.ts';
import { readReport } from './reports.ts';
import type { Roots } from '../places.ts';

/**
 * The cases that a report speaks of in its front matter, its claims and the tests of published figures, and
 * the scenarios over all of whose sizes something grows. Each once.
 *
 * @returns names as `--only` takes them: "io/100", "memory"
 * @throws Problem (usage) for a mistake in one of these files
 */
export function needsOf(id: string, where: Roots): string[] {
  const figures = existsSync(join(where.content, id, 'published.yaml'))
    ? publishedOf(id, where).figures
    : [];
  return [
    ...new Set([
      ...casesOfReport(readReport(where.content, id)),
      ...readClaims(id, where).map(placeOfClaim),
      ...figures.flatMap(({ test }) => (test === undefined ? [] : placesOfTest(test))),
    ]),
  ];
}

function casesOfReport({ cases, verdicts, answer, which }: Report): string[] {
  const rows = [...verdicts, ...answer.flatMap((topic) => topic.rows)];
  const scenarios = [
    ...answer.map(({ over }) => over?.scenario),
    ...which.map((row) => row.scenario),
  ];
  return [
    ...Object.keys(cases),
    ...rows.map((row) => row.case),
    ...[...scenarios, ...which.map((row) => row.case)].filter((name) => name !== undefined),
  ];
}

function placeOfClaim(claim: Claim): string {
  return 'over' in claim ? claim.over : claim.in;
}

export function placesOfTest(test: FigureTest): string[] {
  const places = 'over' in test ? [test.in, test.over] : [test.in];
  return places.flat().filter((place) => place !== undefined);
}
