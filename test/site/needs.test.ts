import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { belongsTo } from '../../src/site/belonging.ts';
import { needsOf } from '../../src/site/needs.ts';
import { aCase, aSession } from '../fixtures/session.ts';

const FRONT_MATTER = `---
title: A report
description: Of little.
subject: one
others: Others
contestants: [{ id: threads, slot: 1 }]
cases: { io/100: { title: Some } }
verdicts: [{ case: cpu/20, measure: wall, as: time, section: cpu }]
answer: [{ words: while waiting, rows: [{ case: io/1000, measure: wall }] }]
---
`;
const CLAIMS = `one: { in: io/100, of: threads }
two: { in: spawn/10, compare: [threads, tasks], on: wall }
three: { over: memory, per: worker, of: threads, on: peakTree }
`;
const PUBLISHED = `title: A text
conditions: None.
figures:
  first:
    section: Top
    quote: it starts 10 workers
    test: { as: less, over: growth, compare: [threads, tasks], on: wall }
  second:
    section: Top
    quote: it rises
    test: { as: rises, in: [rise/1, rise/2], of: threads, on: wall }
  third:
    section: Top
    quote: who knows
    untestable: nobody says how
`;

let content = '';
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'steelyard-needs-'));
  mkdirSync(join(content, 'report'));
  writeFileSync(join(content, 'report', 'index.mdx'), FRONT_MATTER);
});
afterEach(() => rmSync(content, { recursive: true }));
const needs = (): string[] => needsOf('report', { content, data: content, runners: content });

describe('what a report needs', () => {
  it('is what its front matter speaks of', () => {
    expect(needs()).toEqual(['io/100', 'cpu/20', 'io/1000']);
  });

  it('is what its claims and the tests of published figures speak of, each once', () => {
    writeFileSync(join(content, 'report', 'claims.yaml'), CLAIMS);
    writeFileSync(join(content, 'report', 'published.yaml'), PUBLISHED);
    expect(needs()).toEqual([
      ...['io/100', 'cpu/20', 'io/1000'],
      ...['spawn/10', 'memory'],
      ...['growth', 'rise/1', 'rise/2'],
    ]);
  });

  it('is not known where one of its texts has a mistake, which is told with its place', () => {
    writeFileSync(join(content, 'report', 'claims.yaml'), 'one: { in: io/100 }\n');
    expect(needs).toThrow('content/report/claims.yaml:1: claim "one" is of no kind');
  });
});

describe('whom a session belongs to', () => {
  const report = { id: 'report', cases: { 'io/100': { title: 'Some' } } };
  const session = aSession({ cases: [aCase({ id: 'io/100' })] });

  it('is the reports that it names, whatever its cases', () => {
    expect(belongsTo({ ...session, reports: ['report'] }, report)).toBe(true);
    expect(belongsTo({ ...session, reports: ['other'] }, report)).toBe(false);
    expect(belongsTo({ ...session, cases: [], reports: ['report'] }, report)).toBe(true);
  });

  it('is each report of which it holds a case, where it names none', () => {
    expect(belongsTo(session, report)).toBe(true);
    expect(belongsTo(session, { ...report, cases: {} })).toBe(false);
  });
});
