import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'astro/zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { local, reference } from '../fixtures/make-site-data.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import { readSession, type StoredSession } from '../../src/store/read.ts';
import { caseRecordsSchema } from '../../src/store/case-records.ts';
import { BASE, drawPreview } from './invented-site.ts';
import { brokenLinks, linksOf } from './links.ts';
import { readCsv } from './read-csv.ts';
import { htmlFiles } from './render.ts';

const MOST_BYTES = 60_000;
const documents = ['duso-vs-python/index.html', 'duso-vs-python/here/index.html'];

interface Document {
  readonly path: string;
  readonly stored: StoredSession;
}

let folder: string;
let pinned: Document;
let here: Document;
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const runsOf = ({ path }: Document, caseId: string): string =>
  `${path}runs/${caseId.replace('/', '-')}/`;

beforeAll(async () => {
  const drawn = await drawPreview('evidence');
  folder = drawn.folder;
  pinned = {
    path: 'duso-vs-python/',
    stored: readSession(join(drawn.data, 'sessions', reference.id)),
  };
  here = { path: 'duso-vs-python/here/', stored: readSession(join(drawn.data, 'local', local.id)) };
});

/** Every case that has a page, with its document. */
function allCases(): { document: Document; caseId: string }[] {
  return [pinned, here].flatMap((document) =>
    document.stored.session.cases
      .map(({ id }) => ({ document, caseId: id }))
      .filter(({ caseId }) => existsSync(join(folder, runsOf(document, caseId), 'index.html'))),
  );
}

describe('the downloads of a case', () => {
  const recordsIn = ({ stored }: Document, caseId: string) =>
    stored.records.filter((record) => record.case === caseId);

  it('as CSV hold all records of the session, in order', () => {
    expect(allCases().length).toBeGreaterThan(25);
    for (const { document, caseId } of allCases()) {
      const file = `${runsOf(document, caseId)}records.csv`;
      expect(readCsv(read(file)), file).toEqual(recordsIn(document, caseId));
    }
  });

  it('as JSON hold the same, and what they were measured under', () => {
    for (const { document, caseId } of allCases()) {
      const file = `${runsOf(document, caseId)}records.json`;
      const parsed = caseRecordsSchema.parse(JSON.parse(read(file)));
      expect(parsed.records, file).toEqual(recordsIn(document, caseId));
      expect(parsed.case).toEqual(document.stored.session.cases.find(({ id }) => id === caseId));
      expect(parsed.session.machine).toEqual(document.stored.session.machine);
    }
  });

  it('name in the JSON the schema that they follow, and it stands there', () => {
    for (const { document, caseId } of allCases()) {
      const file = `${runsOf(document, caseId)}records.json`;
      const content = JSON.parse(read(file)) as { $schema: string };
      const schema = normalize(join(dirname(file), content.$schema));
      const published = z.fromJSONSchema(
        JSON.parse(read(schema)) as Parameters<typeof z.fromJSONSchema>[0],
      );
      expect(published.safeParse(content).error, file).toBeUndefined();
      expect(published.safeParse({ ...content, records: [{}] }).success).toBe(false);
    }
  });

  it('say the unit of every number in the name of its column', () => {
    const [header = ''] = read('duso-vs-python/runs/spawn-10/records.csv').split('\r\n');
    expect(header).toContain('measures.allDoneNs');
    expect(header).toContain('wallNs,cpuNs,peakTreeBytes,noPeakTree,peakProcessBytes');
  });
});

describe('an evidence page', () => {
  it('has a line with an anchor for every record, and in it the record itself', () => {
    for (const { document, caseId } of allCases()) {
      const html = read(`${runsOf(document, caseId)}index.html`);
      const { ids } = linksOf(html);
      const shown = [...html.matchAll(/<pre class="raw"[^>]*>([^<]*)<\/pre>/g)].map((match) =>
        plain(match[1]!),
      );
      const records = document.stored.records.filter((record) => record.case === caseId);
      for (const record of records) expect(ids).toContain(`${record.contestant}-r${record.round}`);
      expect(shown.toSorted()).toEqual(records.map((one) => JSON.stringify(one)).toSorted());
    }
  });

  it('shows the value of every run outside of what has to be opened', () => {
    const html = read('duso-vs-python/runs/io-100/index.html');
    const summaries = [...html.matchAll(/<details id="duso-r\d+"[\s\S]*?<\/summary>/g)];
    expect(summaries).toHaveLength(22);
    for (const [summary] of summaries) expect(summary).toMatch(/class="val"[^>]*>[\d.]+\u00a0ms</);
  });

  it('is two clicks from any number of a results table to its raw record', () => {
    const [beforeAudit = ''] = read(documents[0]!).split('<section id="audit"');
    const numbers = [...beforeAudit.matchAll(/<a class="n" href="([^"]*)"/g)].map(
      (match) => match[1]!,
    );
    expect(numbers.length).toBeGreaterThan(20);
    for (const href of new Set(numbers)) {
      const [file = '', contestant = ''] = href.split('#');
      const html = read(`duso-vs-python/${file}`);
      const [section = ''] = html
        .slice(html.indexOf(`<section id="${contestant}"`))
        .split('</section>');
      expect(section, href).toMatch(/<summary>[\s\S]*<pre class="raw"/);
    }
  });

  it('says the command, the machine, the limits and what matters', () => {
    const text = plain(read('duso-vs-python/runs/io-100/index.html').replace(/<[^>]*>/g, ' '));
    expect(text).toContain(
      'npm run measure -- --only io/100 --profile full --rounds 21 --seed fixture-1',
    );
    expect(text).toContain('Synthetic fixture, 2 cores, 24 GiB, Linux 6, x64');
    expect(text).toMatch(/floor\s+5\u00a0s/);
    expect(text).toMatch(/timeout\s+60 s/);
    expect(text).toContain('Time beyond the waiting 50\u00a0ms');
  });

  it('links each program to the file as it was measured', () => {
    const page = 'duso-vs-python/runs/io-100/index.html';
    const { contestants, service = [] } = pinned.stored.session.cases.find(
      ({ id }) => id === 'io/100',
    )!;
    const { hrefs } = linksOf(read(page));
    for (const { sha256 } of [...contestants.flatMap((one) => one.files), ...service]) {
      const href = `../../../programs/${sha256}.txt`;
      expect(hrefs).toContain(href);
      expect(sha256Of(readFileSync(join(folder, dirname(page), href)))).toBe(sha256);
    }
  });
});

describe('the site', () => {
  it('has no page but the document that is larger than 60 kB, compressed', () => {
    const others = htmlFiles(folder).filter((file) => !documents.includes(file));
    const large = others.filter((file) => gzipSync(read(file)).length > MOST_BYTES);
    expect(large).toEqual([]);
  });

  it('has no broken link under a base path, downloads and programs included', () => {
    expect(brokenLinks(folder, htmlFiles(folder), BASE)).toEqual([]);
  });
});

function plain(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
