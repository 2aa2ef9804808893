/** What is published holds in the project of a stranger: links lead somewhere, and scripts that are named are there. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copiedFiles, packageReadme } from '../../build/packed.ts';

const root = join(import.meta.dirname, '..', '..');
const files = copiedFiles(root);
const manuals = new Map([
  ['README.md', packageReadme()],
  ...files
    .filter((file) => file.endsWith('.md'))
    .map((file): [string, string] => [file, readFileSync(join(root, file), 'utf8')]),
]);

const folder = mkdtempSync(join(tmpdir(), 'steelyard-packed-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Without examples, whose links and words are a report's own. */
function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Anchors of a text's headings, as hosts of Markdown make them. */
function anchorsOf(text: string): string[] {
  return [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the manuals of the package', () => {
  it.each([...manuals])('%s: its links lead to files and headings of the package', (file, text) => {
    const links = [...prose(text).matchAll(/\]\((?!https?:|mailto:)([^)]+)\)/g)];
    const dead = links
      .map(([, link = '']) => link)
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? file : normalize(join(dirname(file), path));
        if (target !== file && !manuals.has(target) && !files.includes(target)) return true;
        return anchor !== undefined && !anchorsOf(manuals.get(target) ?? '').includes(anchor);
      });
    expect(dead).toEqual([]);
  });

  it('name no script that a project hasn’t', () => {
    const creator = join(root, 'create', 'index.mjs');
    execFileSync(process.execPath, [creator, 'made', '--no-build'], { cwd: folder });
    const json = readFileSync(join(folder, 'made', 'package.json'), 'utf8');
    const { scripts } = JSON.parse(json) as { scripts: Record<string, string> };
    const told = globSync('{src,create,.github/workflows}/**/*.{ts,astro,mjs,md,mdx,yml}', {
      cwd: root,
    }).map((file): [string, string] => [file, readFileSync(join(root, file), 'utf8')]);
    // Their figures are Steelyard's own, as its pages show them.
    const known = [...Object.keys(scripts), 'bench'];
    const unknown = [...manuals, ...told].flatMap(([file, text]) =>
      [...text.matchAll(/npm run (?:--silent )?([a-z-]+(?::[a-z-]+)*)/g)]
        .filter(([, script = '']) => !known.includes(script))
        .map(([words]) => `${file}: ${words}`),
    );
    expect(unknown).toEqual([]);
  });
});
