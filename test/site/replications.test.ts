/** What the sessions beside a reference say, and when they are asked. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPlaces } from '../../src/places.ts';
import type { DocumentView } from '../../src/present/document.ts';
import { spreadSentence } from '../../src/present/machines/claims.ts';
import { withReplications } from '../../src/site/pins.ts';
import { replicationsOf } from '../../src/site/replications.ts';
import { readReport } from '../../src/site/reports.ts';
import { referenceDocument } from '../../src/site/site.ts';
import { copyClaimsReport } from '../fixtures/claims-report.ts';
import { makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { slowerBy, writeVariant } from '../fixtures/variant.ts';
import { testFolder } from './render.ts';

const [data, content] = ['data', 'content'].map((part) => join(testFolder('replications'), part));
const where = { ...findPlaces(), data: data!, content: content! };
let page = '';

/** Every page asks for a view of its own. */
const view = (): DocumentView => referenceDocument(readReport(content!, 'report'), where)!;

beforeAll(() => {
  makeSiteData(data!);
  rmSync(content!, { recursive: true, force: true });
  page = copyClaimsReport(content!);
  const variant = { cpu: 'Other', record: slowerBy(1) };
  writeVariant(
    join(data!, 'sessions', reference.id),
    join(data!, 'replications', 'other'),
    variant,
  );
  writeFileSync(page, withReplications(readFileSync(page, 'utf8'), ['other']));
});

describe('the sessions beside a reference', () => {
  it('are asked once for all pages', () => {
    expect(replicationsOf(view(), where)).toBe(replicationsOf(view(), where));
  });

  it('are asked anew where a claim was added, or the front matter words it otherwise', () => {
    const before = replicationsOf(view(), where)!;
    const claim = 'further: { in: io/100, compare: [python-asyncio, duso], on: wall }\n';
    appendFileSync(join(dirname(page), 'claims.yaml'), claim);
    const edited = replicationsOf(view(), where)!;
    expect(before.all[1]!.says.has('further')).toBe(false);
    expect(edited.all[1]!.says.get('further')).toMatchObject({ standing: 'agrees' });

    const words = 'measures: { wall: { words: { more: longer than that } } }\n';
    writeFileSync(page, readFileSync(page, 'utf8').replace('cases:', `${words}cases:`));
    expect(replicationsOf(view(), where)).not.toBe(edited);
  });
});

describe('what stands beside the machine', () => {
  it('is, of one machine alone, that another may say otherwise', () => {
    expect(spreadSentence(view(), undefined)).toBe(
      'One machine measured all of it: another may say otherwise.',
    );
  });

  it('counts the claims, and verdicts where there is no claim', () => {
    const claims = spreadSentence(view(), replicationsOf(view(), where));
    expect(claims).toMatch(
      /^All numbers are of this machine\. Of \d+ claims \d+ are the same on each of 2 machines/,
    );
    writeFileSync(join(dirname(page), 'claims.yaml'), '');
    const rows =
      'verdicts: [{ case: io/100, measure: overhead, as: time, section: summary }, { case: cpu/20, measure: wall, as: time, section: summary }]\n';
    writeFileSync(page, readFileSync(page, 'utf8').replace('cases:', `${rows}cases:`));
    expect(spreadSentence(view(), replicationsOf(view(), where))).toMatch(
      /^All numbers are of this machine\. Of 2 verdicts 2 are the same on each of 2 machines and none differs by machine\.$/,
    );
  });
});
