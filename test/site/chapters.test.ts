import { mkdtempSync, mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chaptersOf } from '../../src/site/chapters.ts';
import { usesOf } from '../../src/site/claims.ts';
import { contextIn, lintSource } from '../../src/site/prose.ts';

let content: string;
const FRONT = '---\ntitle: How\ndescription: How it is done.\n---\n\n';
const DOCUMENT = `---
title: A against B
description: Two.
subject: alpha
others: Beta
contestants:
  - { id: alpha-one, slot: 1 }
cases: {}
---

<Claim id="in-document" />
`;

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'chapters-'));
  mkdirSync(join(content, 'report'));
  write('index.mdx', DOCUMENT);
});
afterEach(() => {
  rmSync(content, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(content, 'report', name), text);
}

const roots = () => ({ content, data: content, runners: content });

describe('the chapters of a report', () => {
  it('are the further MDX files of its folder, in the order of their names', () => {
    write('method.mdx', FRONT);
    write('audit.mdx', FRONT);
    write('notes.md', 'no chapter');
    expect(chaptersOf('report', { content })).toEqual([
      {
        name: 'audit',
        file: 'content/report/audit.mdx',
        title: 'How',
        description: 'How it is done.',
      },
      {
        name: 'method',
        file: 'content/report/method.mdx',
        title: 'How',
        description: 'How it is done.',
      },
    ]);
  });

  it.each(['here', 'runs', 'sessions', 'data'])(
    'may not be called %s, where something else stands',
    (name) => {
      write(`${name}.mdx`, FRONT);
      expect(() => chaptersOf('report', { content })).toThrow(
        `content/report/${name}.mdx can't be a chapter`,
      );
    },
  );

  it('need a name that is an address, and front matter with title and description', () => {
    write('How it is.mdx', FRONT);
    expect(() => chaptersOf('report', { content })).toThrow('its name becomes an address');
    rmSync(join(content, 'report', 'How it is.mdx'));
    write('method.mdx', '---\ntitle: How\n---\n');
    expect(() => chaptersOf('report', { content })).toThrow(
      'content/report/method.mdx:2: the field "description" is missing.',
    );
  });

  it('count with the document: claims, citations and opinions', () => {
    write('method.mdx', `${FRONT}<Claim id="in-chapter" /> <Opinion>x</Opinion>\n`);
    expect(usesOf('report', roots())).toMatchObject({
      ids: ['in-document', 'in-chapter'],
      opinions: 1,
    });
  });
});

describe('the prose lint in a chapter', () => {
  it('knows the contestants of the document beside it', () => {
    const file = join(content, 'report', 'method.mdx');
    const lint = (text: string) =>
      lintSource(file, text, contextIn(file, text, { runtimes: [], parameters: new Map() }));
    expect(lint(`${FRONT}Then alpha-one is faster.\n`)).toMatchObject([{ line: 6 }]);
    expect(lint(`${FRONT}Then gamma-one is faster.\n`)).toEqual([]);
  });
});
