/** A preview from the artifact to the comment, by the commands that the workflows run. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MANIFEST, readManifest, writeManifest } from '../../src/publish/manifest.ts';
import { listFiles } from '../../src/publish/replace-pages.ts';
import { brokenLinks, linksOf } from '../site/links.ts';
import { drawPreview, PICTURE } from '../site/invented-site.ts';
import { htmlFiles } from '../site/render.ts';
import {
  COMMIT,
  pageWith,
  siteOf,
  slower,
  unchanged,
  writeArtifact,
  type Contents,
} from './artifact.ts';
import type { FakePull } from './fake-github.ts';
import { Host } from './host.ts';
import { filesOn } from './repository.ts';

const pull: FakePull = {
  number: 12,
  repository: 'contributor/steelyard',
  branch: 'faster',
  commit: COMMIT,
  state: 'open',
  files: ['runners/runtimes/a/b.sh'],
};
const sound = JSON.stringify(slower(COMMIT));

let host: Host;
let site: Record<string, Uint8Array>;
let dist: string;
const artifact = (contents: Contents): string =>
  writeArtifact(join(host.folder, 'artifact.zip'), contents);

beforeAll(async () => {
  host = new Host();
  await host.start();
  host.github.pulls.push(pull);
  ({ folder: dist } = await drawPreview('preview'));
  site = siteOf(dist);
});
afterAll(() => host.stop());

describe('the preview of a pull request', () => {
  let pages: string;
  let files: string[];
  beforeAll(async () => {
    const published = join(host.folder, 'published');
    mkdirSync(published);
    writeFileSync(join(published, 'index.html'), 'The published site');
    writeManifest(published, ['index.html']);
    expect(await host.publish(published)).toMatchObject({ exitCode: 0 });
    const forged = { [`site/${MANIFEST}`]: '{"schema": 1, "files": ["../index.html"]}' };
    const ended = await host.deploy(
      artifact({ ...site, ...forged, 'comparison.json': sound }),
      pull,
    );
    expect(ended).toMatchObject({ exitCode: 0 });
    pages = host.checkOutPages();
    files = htmlFiles(join(pages, 'pr-12'));
  });

  it('has every page that was built', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files).toEqual(htmlFiles(dist));
  });

  it('stands beside the published site, which stays as it was', () => {
    expect(readdirSync(pages).sort()).toEqual([
      '.git',
      '.nojekyll',
      'index.html',
      'pr-12',
      MANIFEST,
    ]);
    expect(readFileSync(join(pages, 'index.html'), 'utf8')).toBe('The published site');
  });

  it('has the list of its files from here, and not from the build', () => {
    const listed = readManifest(join(pages, 'pr-12')) ?? [];
    expect(listed).toEqual(listFiles(join(pages, 'pr-12')));
  });

  it('has no broken link', () => {
    expect(brokenLinks(join(pages, 'pr-12'), files, '/pr-12/')).toEqual([]);
    const hrefs = files.flatMap((file) => linksOf(page(file)).hrefs);
    expect(hrefs.length).toBeGreaterThan(500);
  });

  it('has the pictures of its texts, with their words and their size', () => {
    const shown = ['', 'here/'].map((twin) => {
      const file = `duso-vs-python/${twin}method/index.html`;
      const [, src = '', rest] =
        /<img class="picture" src="([^"]*)"([^>]*)>/.exec(page(file)) ?? [];
      return { picture: join(pages, 'pr-12', dirname(file), src), rest };
    });
    for (const { picture, rest } of shown) {
      expect(rest).toBe(' alt="A picture" width="40" height="20"');
      expect(readFileSync(picture)).toEqual(readFileSync(PICTURE));
    }
    expect(shown[0]?.picture).toBe(shown[1]?.picture);
  });

  it('leads and loads nowhere else', () => {
    for (const file of files)
      expect(page(file), file).not.toMatch(/(?:href|src)="(?:https?:|\/\/)/);
  });

  it('has banner and noindex on every page', () => {
    for (const file of files) {
      expect(page(file), file).toContain('<meta name="robots" content="noindex, nofollow">');
      expect(page(file), file).toMatch(
        /<body><div role="note"[^>]*>Preview of pull request #12 at/,
      );
    }
  });

  it('reads like the page that was built, but for the banner', () => {
    for (const file of files) {
      const [banner = '', ...shown] = textsOf(page(file));
      expect(banner).toContain('Preview of pull request #12');
      expect(shown, file).toEqual(textsOf(readFileSync(join(dist, file), 'utf8')));
    }
  });

  it('is told in one comment, with a link to it and the table', () => {
    expect(host.comments()).toHaveLength(1);
    expect(host.comments()[0]).toContain('(https://maintainer.example/steelyard/pr-12/index.html)');
    expect(host.comments()[0]).toMatch(
      /`cpu\/20` `quick` CPU time \| 20\.0 ms \| 24\.0 ms \| 1\.20/,
    );
  });

  it('is asked to be served, since a workflow’s push alone isn’t', () => {
    expect(host.github.requests.filter((asked) => asked === 'POST /pages/builds')).toHaveLength(2);
  });

  function page(file: string): string {
    return readFileSync(join(pages, 'pr-12', file), 'utf8');
  }
});

describe('a further build of the pull request', () => {
  it('edits the same comment, though only text is left of the change', async () => {
    pull.commit = 'c'.repeat(40);
    (pull.files as string[]).splice(0, 1, 'content/a/index.mdx');
    const comparison = JSON.stringify(unchanged(pull.commit));
    const ended = await host.deploy(artifact({ ...site, 'comparison.json': comparison }), pull);
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(host.comments()).toHaveLength(1);
    expect(host.comments()[0]).toMatch(/No program, scenario or data changed/);
  });

  it('that could not draw its pages takes the preview away, and still says what it compared', async () => {
    const comparison = JSON.stringify(unchanged(pull.commit));
    const ended = await host.deploy(artifact({ 'comparison.json': comparison }), pull);
    expect(ended).toMatchObject({ exitCode: 0 });
    expect(filesOn(host.repository, 'gh-pages')).toEqual(['.nojekyll', 'index.html', MANIFEST]);
    expect(host.comments()[0]).not.toContain('https://maintainer.example');
  });

  it('that isn’t its newest any more is left', async () => {
    const before = [host.pagesCommit(), ...host.comments()];
    const old = { ...pull, commit: COMMIT };
    const ended = await host.deploy(artifact({ ...site, 'comparison.json': sound }), old);
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain('No open pull request');
    expect([host.pagesCommit(), ...host.comments()]).toEqual(before);
  });
});

describe('a closed pull request', () => {
  it('loses its preview, and nothing else', async () => {
    pull.commit = COMMIT;
    await host.deploy(
      artifact({ 'site/index.html': pageWith('x'), 'comparison.json': sound }),
      pull,
    );
    expect(filesOn(host.repository, 'gh-pages')).toContain('pr-12/index.html');
    expect(await host.close(12)).toMatchObject({ exitCode: 0 });
    expect(filesOn(host.repository, 'gh-pages')).toEqual(['.nojekyll', 'index.html', MANIFEST]);
    expect(await host.close(12)).toMatchObject({ exitCode: 0 });
  });

  it.each(['../..', '0', '-1', '12x'])('has a number, which "%s" is not', async (number) => {
    const { exitCode } = await host.run(['preview-close', '--', number]);
    expect(exitCode).toBe(2);
    expect(existsSync(host.repository)).toBe(true);
  });
});

/** The texts of a page's body in order, without style sheets. */
function textsOf(html: string): string[] {
  const texts: string[] = [];
  const walk = (node: Tree.Node): void => {
    if (node.nodeName === 'head' || node.nodeName === 'style') return;
    if (node.nodeName === '#text') texts.push((node as Tree.TextNode).value);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return texts.filter((text) => text.trim() !== '');
}
