import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { local, reference } from '../fixtures/make-site-data.ts';
import type { Results } from '../../src/analyse/types.ts';
import { drawnAt } from '../../src/site/taken.ts';
import { figuresOf, numbersWithoutCell } from './chart-numbers.ts';
import { drawSite, STATIC } from './invented-site.ts';
import { brokenLinks, linksOf } from './links.ts';
import { htmlFiles, pinnedContent, render, testFolder } from './render.ts';

const DOCUMENT = 'duso-vs-python/index.html';
const HERE = 'duso-vs-python/here/index.html';

let folder: string;
let files: string[];
/** A session that was accepted before the reference. */
let EARLIER: string;
let data: string;
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const results = (session: string): Results =>
  JSON.parse(readFileSync(join(data, 'results', `${session}.json`), 'utf8')) as Results;
const squeeze = (text: string): string => text.replaceAll('&#39;', "'").replace(/\s+/g, ' ').trim();
const texts = (html: string): string =>
  squeeze(html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' '));

beforeAll(async () => {
  ({ folder, data, earlier: EARLIER } = await drawSite('reference'));
  files = htmlFiles(folder);
});

describe('the rendered site', () => {
  it('has the document, its local twin and an evidence page for every measured case', () => {
    const cases = results(reference.id).cases.map(
      (one) => `duso-vs-python/runs/${one.case.replace('/', '-')}/index.html`,
    );
    const localCases = results(local.id).cases.map(
      (one) => `duso-vs-python/here/runs/${one.case.replace('/', '-')}/index.html`,
    );
    expect(files).toEqual(
      expect.arrayContaining(['index.html', '404.html', DOCUMENT, HERE, ...cases, ...localCases]),
    );
  });

  it('has each chapter beside every document, with a link back and forth', () => {
    for (const document of [DOCUMENT, HERE]) {
      for (const name of ['audit', 'method']) {
        const chapter = document.replace('index.html', `${name}/index.html`);
        expect(linksOf(read(document)).hrefs).toContain(`${name}/index.html`);
        expect(linksOf(read(chapter)).hrefs).toContain('../index.html');
      }
    }
    expect(texts(read('duso-vs-python/here/method/index.html'))).toContain(local.id);
  });

  it('has no trace of a text’s byte-order mark or of its line ends', () => {
    for (const file of files) expect(read(file), file).not.toMatch(/[\r\uFEFF]/);
  });

  it('parts the words that stand under each other, for who copies them or hears them', () => {
    const touching =
      /[^<>]{0,20}[\w.%)”](?:<\/(?:b|span|a|code)>)+<(?:span|a|code)(?: [^>]*)?>[\w(◇“][^<>]{0,20}/g;
    for (const file of files) {
      const found = [...read(file).matchAll(touching)].map(([text]) => text);
      expect(
        found.filter((text) => !text.includes('class="ev"')),
        file,
      ).toEqual([]);
    }
  });

  it('has no byte of script, and asks nothing of another host', () => {
    for (const file of files) {
      const html = read(file);
      expect(html, file).not.toMatch(/<script|\son[a-z]+="|javascript:/i);
      expect(html, file).not.toMatch(
        /<(?:img|iframe|link rel="stylesheet"|source)[^>]*(?:src|href)="https?:/,
      );
    }
  });

  it('has a document of at most 100 kB, compressed, and no other page above 60 kB', () => {
    for (const file of files) {
      const isDocument = [DOCUMENT, `duso-vs-python/sessions/${EARLIER}/index.html`].includes(file);
      const most = isDocument ? 100_000 : 60_000;
      expect(gzipSync(read(file)).length, file).toBeLessThanOrEqual(most);
    }
  });

  it('names its own address on every page, and its picture where that shows the reference', () => {
    const method = read('duso-vs-python/method/index.html');
    expect(method).toContain(
      '<link rel="canonical" href="https://example.org/duso-vs-python/method/">',
    );
    expect(method).toContain('content="https://example.org/duso-vs-python/og.png"');
    expect(read('duso-vs-python/here/index.html')).not.toContain('og:image');
    expect(read('404.html')).not.toContain('canonical');
  });

  it('has a picture of the verdicts, 1200 px wide and 630 high', () => {
    const png = readFileSync(join(folder, 'duso-vs-python/og.png'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Tables that become lines on a phone keep their roles, which a changed display would take from them.
        'no-redundant-role': 'off',
        // A region that scrolls is no section of the text.
        'prefer-native-element': ['error', { exclude: ['region'] }],
      },
    });
    const problems: string[] = [];
    for (const file of files) {
      const report = await validator.validateString(read(file));
      for (const result of report.results) {
        problems.push(
          ...result.messages.map(
            (one) => `${file}:${one.line}:${one.column} ${one.ruleId} ${one.message}`,
          ),
        );
      }
    }
    expect(problems.slice(0, 20)).toEqual([]);
  });

  it('has no link that leads nowhere, and only relative ones between its pages', () => {
    expect(brokenLinks(folder, files, '/')).toEqual([]);
    for (const file of files.filter((one) => one !== '404.html')) {
      expect(
        linksOf(read(file)).hrefs.filter((href) => href.startsWith('/')),
        file,
      ).toEqual([]);
    }
  });

  it('uses each id once a page', () => {
    for (const file of files) {
      const ids = [...read(file).matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        file,
      ).toEqual([]);
    }
  });

  it('links every figure to the runs of its cases, and every number made of several runs to those of its contestant', () => {
    const figures = [...read(DOCUMENT).matchAll(/<div class="fig .*?<\/caption>/gs)];
    expect(figures.length).toBeGreaterThan(4);
    for (const [figure] of figures) expect(figure).toMatch(/href="runs\/[a-z0-9-]+\/index\.html"/);
    const numbers = [...read(DOCUMENT).matchAll(/<a class="n" href="([^"]*)"/g)].map(
      (match) => match[1]!,
    );
    expect(numbers.length).toBeGreaterThan(20);
    for (const href of numbers) expect(href).toMatch(/^runs\/[a-z0-9-]+\/index\.html#[a-z0-9-]+$/);
  });

  it('counts in the audit what its rows say, section by section', () => {
    const html = read('duso-vs-python/audit/index.html');
    const table = /<table class="audit-counts">.*?<\/table>/s.exec(html)?.[0] ?? '';
    const counted = [...table.matchAll(/<th scope="row"><a href="#([^"]*)".*?<\/tr>/gs)];
    expect(counted.length).toBeGreaterThan(5);
    for (const [row, id] of counted) {
      const section = html.slice(html.indexOf(`<section id="${id}"`)).split('</section>')[0]!;
      const rows = section.match(/<tr id="published-/g)?.length;
      const counts = [...row.matchAll(/<td class="r">(\d+)</g)].map((match) => Number(match[1]));
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        id,
      ).toBe(rows);
    }
  });

  it('says in words what did not finish, with the reason and the standard error', () => {
    const runs = texts(read('duso-vs-python/runs/io-1000/index.html'));
    expect(runs).toContain('out of memory');
    expect(runs).toContain('the whole tree reached the cap of 4 GiB');
    expect(runs).toContain('Killed');
    const document = texts(read(DOCUMENT));
    expect(document).toContain('the whole tree reached the cap of 4 GiB');
    expect(document).toContain('9 of 12 finished, 3 timed out');
  });

  it('names a missing runtime in the local document, and says what the quick profile leaves out and how to get it', () => {
    const here = texts(read(HERE));
    expect(here).toContain('Duso: not available on this machine');
    expect(here).toContain("can't be tested here: not in the quick profile");
    expect(here).toContain('npm run measure -- --only io --profile full');
    expect(here).toContain(local.id);
    expect(here).not.toContain(reference.id);
  });

  it('shows the reference on the front page, and says which runs of this machine stand beside it', () => {
    const front = texts(read('index.html'));
    expect(front).toContain('Reference 2 January 2026');
    expect(front).toContain('On this machine , 3 February 2026');
  });

  it('shows each program once a scenario, as it was measured, with its hash', () => {
    const html = read('duso-vs-python/programs/index.html');
    const io = JSON.parse(
      readFileSync(join(data, 'sessions', reference.id, 'session.json'), 'utf8'),
    ) as {
      cases: { id: string; contestants: { files: { path: string; sha256: string }[] }[] }[];
    };
    const contestants = io.cases.find((one) => one.id === 'io/100')!.contestants;
    for (const file of contestants.flatMap((one) => one.files)) {
      expect(html).toContain(`title="${file.sha256}"`);
      expect(texts(html)).toContain(file.path);
    }
  });
});

describe('what search engines and feed readers ask for', () => {
  it('is a sitemap of all pages but those of this machine, of earlier sessions and of changes', () => {
    const listed = [...read('sitemap.xml').matchAll(/<loc>https:\/\/example\.org\/(.*)<\/loc>/g)];
    const wanted = files.filter((file) => !/\/(?:here|sessions|changes)\/|^404/.test(file));
    expect(listed.map(([, path]) => `${path}index.html`).sort()).toEqual(wanted.sort());
    expect(read('robots.txt')).toMatch(/^Sitemap: https:\/\/example\.org\/sitemap\.xml$/m);
  });

  it('is a feed of the accepted sessions, the newest first, that every page names', () => {
    const feed = read('feed.xml');
    const links = [...feed.matchAll(/^ {4}<link href="([^"]*)"/gm)].map(([, link]) => link);
    const earlier = `https://example.org/duso-vs-python/sessions/${EARLIER}/`;
    expect(links).toEqual(['https://example.org/duso-vs-python/', earlier]);
    const answer = /data-answer[^>]*>.*?<\/p>/s
      .exec(read(DOCUMENT))?.[0]
      .replace(/<a .*?<\/a>/gs, '');
    const summary = squeeze(/<summary>(.*)<\/summary>/.exec(feed)?.[1] ?? '');
    expect(squeeze(answer!.replace(/^[^>]*>|<[^>]*>/g, ''))).toBe(summary);
    for (const file of files) {
      const head = read(file).split('</head>')[0];
      const at =
        file === '404.html' ? '/feed.xml' : `${'../'.repeat(file.split('/').length - 1)}feed.xml`;
      expect(head, file).toMatch(
        new RegExp(
          `<link rel="alternate" type="application/atom\\+xml" title="[^"]+" href="${at}">`,
        ),
      );
    }
  });
});

describe('files that are published as they are', () => {
  it('stand at their places, byte by byte', () => {
    for (const [path, text] of Object.entries(STATIC)) expect(read(path)).toBe(text);
  });

  it('can’t take the place of anything that is drawn: all of it is known by name', () => {
    const own = [
      'robots.txt',
      'duso-vs-python',
      ...Object.keys(STATIC).map((path) => path.split('/')[0]),
    ];
    const unknown = readdirSync(folder).filter((name) => !own.includes(name) && !drawnAt(name));
    expect(unknown).toEqual([]);
  });
});

describe('the reading key', () => {
  it('is drawn once a page that has figures, at the first of them', () => {
    let seen = 0;
    for (const file of files) {
      const parts = read(file)
        .split(/<div class="fig[ "]/)
        .slice(1);
      const withKey = parts.map((one) => one.includes('class="key"'));
      expect(withKey, file).toEqual(parts.map((_, index) => index === 0));
      seen += parts.length;
    }
    expect(seen).toBeGreaterThan(20);
  });
});

describe('every chart', () => {
  const figures = (): { file: string; figure: string }[] =>
    files.flatMap((file) => figuresOf(read(file)).map((figure) => ({ file, figure })));

  it('has a title, a description, and its data as a table or in the rows below it', () => {
    expect(figures().length).toBeGreaterThanOrEqual(4);
    for (const { file, figure } of figures()) {
      expect(figure.match(/role="img"/g), file).toHaveLength(2);
      expect(figure, file).toMatch(/<title[^>]*>[^<]+<\/title>/);
      expect(figure, file).toMatch(/<desc[^>]*>[^<]+<\/desc>/);
      // The chart of runs in their order has all of them in rows below it.
      if (figure.includes('The values stand below, run by run.')) continue;
      expect(figure, file).toMatch(/<details class="data">[\s\S]*<tbody>\s*<tr/);
    }
  });

  it('prints no number that its table lacks, nor says one in its description', () => {
    const lacking = figures().flatMap(({ file, figure }) => {
      const title = /<title[^>]*>([^<]*)/.exec(figure)?.[1];
      return numbersWithoutCell(figure).map((number) => `${file}, ${title}: ${number}`);
    });
    expect(lacking).toEqual([]);
  });
});

describe('a session that was accepted before', () => {
  const pages = (): string => join(folder, 'duso-vs-python/sessions', EARLIER);

  it('keeps its document, its chapters and its records, in less than a megabyte', () => {
    const kept = readdirSync(pages(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const records = results(reference.id).cases.map((one) => runsFile(one.case));
    const chapters = ['audit/index.html', 'method/index.html', 'programs/index.html'];
    expect(kept.map((file) => relative(pages(), file)).sort()).toEqual(
      ['index.html', ...chapters, ...records, 'runs/index.html'].sort(),
    );
    const bytes = kept.reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).toBeLessThan(1_000_000);
  });

  it('has each figure and number lead to the records of its case, and from there to the file', () => {
    const document = readFileSync(join(pages(), 'index.html'), 'utf8');
    const figures = [...document.matchAll(/<div class="fig .*?<\/caption>/gs)];
    for (const [figure] of figures) expect(figure).toMatch(/href="runs\/index\.html#[a-z0-9-]+"/);
    const numbers = [...document.matchAll(/<a class="n" href="([^"]*)"/g)].map(([, to]) => to);
    expect(numbers.length).toBeGreaterThan(20);
    for (const to of numbers) expect(to).toMatch(/^runs\/index\.html#[a-z0-9-]+$/);
    const line = /<tr id="io-100">.*?<\/tr>/s.exec(
      readFileSync(join(pages(), 'runs/index.html'), 'utf8'),
    )?.[0];
    expect(line).toContain('href="io-100/records.csv"');
    const lines = readFileSync(join(pages(), runsFile('io/100')), 'utf8')
      .trimEnd()
      .split('\n');
    expect(texts(line ?? '')).toContain(` ${lines.length - 1} records.csv`);
  });

  it('says in words that its commit isn’t known', () => {
    expect(texts(readFileSync(join(pages(), 'index.html'), 'utf8'))).toContain('Commit unknown');
    const method = texts(readFileSync(join(pages(), 'method/index.html'), 'utf8'));
    expect(method).toContain('Commit of the project unknown');
    expect(texts(read(DOCUMENT))).toContain('Commit 0000000');
  });

  const runsFile = (id: string): string => `runs/${id.replace('/', '-')}/records.csv`;
});

describe('a site without a pinned session', () => {
  it('renders the document from this machine, and keeps accepted sessions at their own address', async () => {
    const out = await render({ name: 'local', data, content: pinnedContent('local', undefined) });
    const document = texts(readFileSync(join(out, DOCUMENT), 'utf8'));
    expect(document).toContain('measured on this machine; no reference is accepted yet');
    expect(document).toContain(local.id);
    const earlier = `duso-vs-python/sessions/${reference.id}/index.html`;
    expect(texts(readFileSync(join(out, earlier), 'utf8'))).toContain(
      'an earlier session, no longer the reference',
    );
    expect(brokenLinks(out, htmlFiles(out), '/')).toEqual([]);
    // Without STEELYARD_SITE no whole address can be written.
    for (const name of ['sitemap.xml', 'robots.txt', 'feed.xml'])
      expect(existsSync(join(out, name)), name).toBe(false);
    expect(readFileSync(join(out, DOCUMENT), 'utf8')).not.toContain('rel="alternate"');
  });
});

describe('a site without any runs', () => {
  it('says what to run, and its links hold under a base path', async () => {
    const name = 'empty';
    const base = '/pr-123/';
    const out = await render({
      name,
      data: join(testFolder(name), 'data'),
      content: pinnedContent(name, undefined),
      base,
    });
    const pages = htmlFiles(out);
    expect(pages).toEqual(['404.html', DOCUMENT, 'glossary/index.html', 'index.html']);
    expect(texts(readFileSync(join(out, DOCUMENT), 'utf8'))).toContain('Run npm run build');
    expect(brokenLinks(out, pages, base)).toEqual([]);
  });
});
