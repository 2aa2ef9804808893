/** One digit of the reference's records changed: as it stands, and sealed again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { listedClaims, ReferenceCopy, type Listed } from './reference-copy.ts';
import { medianOf } from './truth.ts';

let copy: ReferenceCopy;
let before: ReadonlyMap<string, Listed>;
let lines = '';
beforeAll(async () => {
  copy = new ReferenceCopy('seal');
  before = await listedClaims(copy);
  lines = readFileSync(copy.recordsFile, 'utf8');
});

/**
 * The records with one digit changed: the first of the wall time of a run that a claim rests on,
 * and that is the median, so that the change is felt.
 */
function withOneDigitChanged(): { text: string; claim: Listed } {
  const at = medianOf(copy.session, copy.records);
  for (const claim of before.values()) {
    const { case: caseId, measure, contestants } = claim.evidence;
    const [contestant] = contestants;
    if (claim.kind !== 'compare' || caseId === undefined || measure !== 'wall' || !contestant)
      continue;
    const wallNs = at(caseId, 'wall', contestant);
    const line = lines
      .split('\n')
      .find((one) => one.includes(`"${contestant}"`) && one.includes(`"wallNs":${wallNs},`));
    if (line === undefined) continue;
    const changed = line.replace(/("wallNs":)\d/, (_, name: string) => `${name}9`);
    if (changed !== line) return { text: lines.replace(line, changed), claim };
  }
  throw new Error('No claim compares wall times of which one run is the median.');
}

describe('one digit changed in a record of the reference', () => {
  it('is no longer drawn: the file is named, and that its seal is broken', async () => {
    const { text } = withOneDigitChanged();
    expect(differences(text, lines)).toBe(1);
    writeFileSync(copy.recordsFile, text);
    const { exitCode, said } = await copy.run('render');
    expect(exitCode).toBe(1);
    expect(said).toContain(`The seal of ${copy.recordsFile} is broken`);
  });

  // What is said so is drawn so: see whole.test.ts.
  it('sealed again changes what is said', async () => {
    const { text, claim } = withOneDigitChanged();
    copy.write(text);
    const after = (await listedClaims(copy)).get(claim.id)!;
    expect(after.sentence).not.toBe(claim.sentence);
  });
});

/** How many characters differ between two texts of one length. */
function differences(a: string, b: string): number {
  expect(a.length).toBe(b.length);
  return [...a].filter((character, index) => character !== b[index]).length;
}
