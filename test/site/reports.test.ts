import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listReports } from '../../src/site/reports.ts';

function contentWith(...names: readonly string[]): string {
  const content = mkdtempSync(join(tmpdir(), 'steelyard-content-'));
  onTestFinished(() => rmSync(content, { recursive: true }));
  for (const name of names) {
    mkdirSync(join(content, name));
    writeFileSync(join(content, name, 'index.mdx'), '');
  }
  mkdirSync(join(content, 'photos'));
  return content;
}

describe('the reports', () => {
  it('are the folders with an index.mdx, in the order of their names', () => {
    expect(listReports(contentWith('b', 'a'))).toEqual(['a', 'b']);
    expect(listReports(join(tmpdir(), 'nowhere'))).toEqual([]);
  });

  it.each(['404', 'glossary', 'pictures', 'programs', 'schema', 'pr-12', 'feed.xml', 'robots.txt'])(
    'can’t be called %s, where other pages stand',
    (name) => {
      expect(() => listReports(contentWith('a', name))).toThrow(
        `content/${name}/ can't be a report: other pages stand at "/${name}". Rename the folder.`,
      );
    },
  );

  it('can’t be called public, where static files are', () => {
    expect(() => listReports(contentWith('public'))).toThrow(
      "content/public/ can't be a report: what stands there is published as it is. Rename the folder.",
    );
  });
});
