import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPlaces } from '../../src/places.ts';
import { ANY_PROFILE } from '../../src/plan/cases.ts';
import { writeHere } from '../../src/session/here.ts';
import { lookAround } from '../../src/session/look-around.ts';
import { makeOutput } from '../../src/terminal/output.ts';
import { Bench } from '../commands/bench.ts';

let bench: Bench;
beforeAll(() => {
  bench = new Bench();
});
afterAll(() => bench.remove());

/** here.json as drawing writes it. */
async function here(): Promise<unknown> {
  const { data, runners, cache } = bench;
  const places = findPlaces({
    STEELYARD_DATA: data,
    STEELYARD_RUNNERS: runners,
    STEELYARD_CACHE: cache,
  });
  const around = await lookAround(places, makeOutput({ quiet: true }), { profile: ANY_PROFILE });
  try {
    writeHere(places, around);
  } finally {
    around.close();
  }
  return JSON.parse(readFileSync(join(data, 'results', 'here.json'), 'utf8'));
}

it('what a session measured feeds the pages here, in whatever profile it was', async () => {
  bench.edit('scenarios/count.ts', 'quick: 3, full: 3', 'quick: 3');
  expect((await bench.measure('--only', 'shell-count')).exitCode).toBe(0);
  const quick = ['measure', '--profile', 'quick', '--only', 'shell-count'];
  expect((await bench.run(quick)).exitCode).toBe(0);
  const [smokeSession, quickSession] = bench.sessions().map(({ session }) => session);
  expect([smokeSession?.profile, quickSession?.profile]).toEqual(['smoke', 'quick']);
  expect(await here()).toHaveProperty(
    'cases',
    expect.arrayContaining([
      { case: 'count/2', session: smokeSession!.id },
      { case: 'count/5', session: quickSession!.id },
    ]),
  );
});
