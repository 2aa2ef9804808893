/** A drawn report with sessions of other machines beside its reference. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { withReplications } from '../../src/site/pins.ts';
import { copyClaimsReport } from '../fixtures/claims-report.ts';
import { makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { slowerBy, swapped, writeVariant, type Variant } from '../fixtures/variant.ts';
import { pageIn, textOf } from './html.ts';
import { render, testFolder } from './render.ts';

const alike: Variant = { cpu: 'Alike', record: slowerBy(1) };
/** It says of io/100 the opposite, and of io/1000 nothing. */
const unlike: Variant = {
  cpu: 'Unlike',
  record: swapped('io/100', ['python-asyncio', 'python-processes']),
};
const FRONT_MATTER = `measures: { allDone: { words: { more: longer than that } }, allAnswered: { words: { more: longer than that } } }
verdicts:
  - { case: cpu/20, measure: wall, as: time, section: summary }
  - { case: io/100, measure: overhead, as: time, section: summary }
`;

const slowerDuso: Variant['record'] = (record) =>
  record.case === 'cpu/20' && record.contestant === 'duso' && record.wallNs !== undefined
    ? { ...record, wallNs: record.wallNs * 2 }
    : record;

/** The small report with these sessions beside its reference; returns the folder of its pages. */
async function drawnWith(
  name: string,
  variants: Readonly<Record<string, Variant>>,
): Promise<string> {
  const [data, content] = ['data', 'content'].map((part) => join(testFolder(name), part));
  makeSiteData(data!);
  rmSync(content!, { recursive: true, force: true });
  const file = copyClaimsReport(content!);
  for (const [id, variant] of Object.entries(variants))
    writeVariant(join(data!, 'sessions', reference.id), join(data!, 'replications', id), variant);
  const pinned = withReplications(readFileSync(file, 'utf8'), Object.keys(variants));
  const worded = pinned.replace('cases:', `${FRONT_MATTER}cases:`);
  writeFileSync(file, worded.replace('<Strengths', '<Verdicts />\n\n<Strengths'));
  return render({ name, data: data!, content: content! });
}

const marksIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [
      ...html.matchAll(
        /data-claim="([^"]+)"(?:(?!data-claim|<\/p>|<\/li>).)*?<a class="chip rep[^"]*"[^>]*>(.*?)<\/a>/gs,
      ),
    ].map(([, id, chip]) => [id!, textOf(chip!).trim()]),
  );

describe('a report with two further machines', () => {
  let out = '';
  let html = '';
  let machines = '';
  beforeAll(async () => {
    out = await drawnWith('machines-2', { alike, unlike });
    html = pageIn(out, 'report/index.html');
    machines = pageIn(out, 'report/machines/index.html');
  });

  it('says beside each claim whether the machines agree', () => {
    expect(marksIn(html)).toMatchObject({
      'asyncio-waits': '●●≠ differs by machine: otherwise on machine 3',
      'processes-end': '●●● on each of 3 machines',
    });
    expect(marksIn(html)).not.toHaveProperty('a-number');
  });

  it('hangs a dot for each further machine on the beams of what has a ratio, and marks every row', () => {
    const rows = html.match(/<th scope="row" class="c-case"(?:(?!<\/tr>).)*<\/tr>/gs) ?? [];
    expect(rows.map((row) => row.match(/class="dot"/g)?.length)).toEqual([undefined, 2]);
    expect(
      rows.map((row) => textOf(/class="signs"[^>]*>(.*?)</s.exec(row)?.[1] ?? '').trim()),
    ).toEqual(['●●●', expect.stringMatching(/^●●[●≠]$/)]);
  });

  it('leads to the page of the machines, which names each with what it says', () => {
    expect(html).toMatch(/<a href="machines\/index.html">\s*on 2 further machines/);
    expect(textOf(machines)).toContain(
      '3 machines: Synthetic fixture, Alike and Unlike; 2 cores; x64; Linux 6.',
    );
    expect(textOf(machines)).toMatch(/picked, not sampled/);
    expect(textOf(machines)).toMatch(
      /Of 8 claims \d are the same on each of 3 machines and \d differs? by machine/,
    );
    expect(textOf(machines)).toMatch(
      /≠ 3 says the opposite: python-asyncio takes .* s longer than that/,
    );
  });

  it('publishes their sessions as they were sealed', () => {
    for (const id of ['alike', 'unlike']) {
      const kept = join(testFolder('machines-2'), 'data', 'replications', id);
      for (const part of ['session.json', 'records.jsonl'])
        expect(readFileSync(join(out, 'report', 'machines', id, part))).toEqual(
          readFileSync(join(kept, part)),
        );
    }
    expect(readdirSync(join(out, 'report', 'machines')).sort()).toEqual([
      'alike',
      'index.html',
      'unlike',
    ]);
  });

  it('pools nothing', () => {
    expect(machines).not.toContain('The machines together');
  });
});

describe('a report whose machines have another best Python', () => {
  let html = '';
  let summary = '';
  let claims = '';
  beforeAll(async () => {
    const out = await drawnWith('machines-others', {
      others: { cpu: 'Others', record: swapped('cpu/20', ['python-threads', 'python-processes']) },
      slow: { cpu: 'Slow', record: slowerDuso },
    });
    html = pageIn(out, 'report/index.html');
    const machines = pageIn(out, 'report/machines/index.html');
    summary = textOf(/<p class="answer".*?<\/p>/s.exec(machines)![0]);
    claims = /<section id="claims".*?<\/section>/s.exec(machines)![0];
  });

  it('has the verdict that differs among what each says, and counts it', () => {
    expect(textOf(html)).toContain('●≠● differs by machine: otherwise on machine 2');
    expect(summary).toMatch(
      /Of 8 claims and 1 verdict 8 are the same on each of 3 machines and 1 differs by machine/,
    );
    expect(textOf(claims)).toMatch(
      /duso takes 1\.15 times as long as python-processes \(.*?\)differs by machine: otherwise on machine 2● 1, 3 say it, ratios 1\.1\d–2\.[34]\d*≠ 2 says the opposite: python-processes takes/,
    );
  });

  it('says of whom a machine says what the reference says of another', () => {
    expect(textOf(claims)).toMatch(
      /duso takes 1\.15 times as long as python-processes \(.*?\)on each of 3 machines; of other contestants on machines 2 and 3● 1 says it● 2 says it: duso takes .* as long as python-threads .*● 3 says it: duso-parallel/,
    );
  });
});

describe('a report with six further machines', () => {
  it('pools what is told by a ratio', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const variants = Object.fromEntries(names.map((name) => [name, { cpu: name }]));
    const out = await drawnWith('machines-6', variants);
    const machines = pageIn(out, 'report/machines/index.html');
    const table = textOf(/<section id="pooled".*?<\/section>/s.exec(machines)?.[0] ?? '');
    expect(table).toContain('A mean over kinds of machine');
    expect(table).toMatch(/CPU, 20 workers, wall time: [\w-]+ to [\w-]+7\d/);
  });
});

describe('a report with two sessions of one machine', () => {
  it('speaks of sessions', async () => {
    const variants = { monday: {}, other: { cpu: 'Other' } };
    const html = pageIn(await drawnWith('machines-day', variants), 'report/index.html');
    expect(marksIn(html)['processes-end']).toBe('●●● in each of 3 sessions');
  });
});
