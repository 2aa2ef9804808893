import { markdownToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { codeMarkdown, escapeMarkdown } from '../../../src/present/markdown-text.ts';
import { commentMarkdown } from '../../../src/present/pull-request/text.ts';
import type { Change } from '../../../src/store/comparison.ts';
import { aComparison, changedTo, measured, programsChanged } from '../../fixtures/comparison.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** All nodes of a Markdown text. */
function nodesOf(markdown: string): Node[] {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(markdownToMdast(markdown));
}

const linesOf = (markdown: string): string[] => markdown.trimEnd().split('\n');

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '@org/team and @someone',
  '[click](https://evil.example/)',
  '![picture](https://evil.example/x.png)',
  'https://evil.example and www.evil.example and a@evil.example',
  'a|b|c',
  'end `code` **bold** _it_ ~~gone~~',
  'two\nlines\r\n\r\n# Heading\n- list',
  '#12 and GH-12 and org/repo#12 and 1234567890abcdef1234567890abcdef12345678',
  '\u202Eturned\u200Bhidden\u0000',
  '&lt;b&gt; &#64;someone \\<b>',
  '```\nfence\n```',
  '$x$ :smile: <!-- comment -->',
];

describe('foreign text', () => {
  it.each(hostile)('is text and nothing else: %j', (text) => {
    const nodes = nodesOf(`before ${escapeMarkdown(text)} after`);
    expect([...new Set(nodes.map(({ type }) => type))].sort()).toEqual([
      'paragraph',
      'root',
      'text',
    ]);
  });

  it.each(hostile)('stays in its cell of a table: %j', (text) => {
    const table = `| a | b |\n| --- | --- |\n| ${escapeMarkdown(text)} | ${codeMarkdown(text)} |`;
    const nodes = nodesOf(table);
    expect(nodes.filter(({ type }) => type === 'tableCell')).toHaveLength(4);
    expect(nodes.filter(({ type }) => ['link', 'image', 'html'].includes(type))).toEqual([]);
  });

  it('mentions nobody and refers to nothing', () => {
    const text = escapeMarkdown(hostile.join(' '));
    expect(text).not.toMatch(/@[\w-]/);
    expect(text).not.toMatch(/(?<!&)#\d/);
    expect(text).not.toMatch(/gh-\d/i);
    expect(text).not.toMatch(/:\/\//);
    expect(text).not.toMatch(/[0-9a-f]{7}/i);
  });

  it('reads as it was written', () => {
    const said = nodesOf(escapeMarkdown('a|b <i> 5 & 6 [x] 1_000 * 2 costs $5'))
      .map(({ value }) => value ?? '')
      .join('');
    expect(said).toBe('a|b <i> 5 & 6 [x] 1_000 * 2 costs $5');
  });
});

describe('the comment', () => {
  it('says of a change of text that nothing else changed', () => {
    const comment = commentMarkdown(aComparison());
    expect(comment).toContain('No program, scenario or data changed: all 339 numbers identical.');
    expect(comment).not.toContain('| case |');
  });

  it('says that nothing differs where there is no number to compare', () => {
    const comment = commentMarkdown(aComparison({ numbers: { all: 0, identical: 0 } }));
    expect(comment).toContain('No program, scenario or data changed: nothing differs.');
  });

  it('speaks of the files here, where they hold what is not committed', () => {
    const { head } = aComparison();
    const comment = commentMarkdown(aComparison({ head: { ...head, dirty: true } }));
    expect(comment).toContain(
      '### What the files here change, what is not committed among them, against `aaaaaaaaaaaa`',
    );
  });

  it('says what of a program is not compared', () => {
    expect(commentMarkdown(programsChanged([measured('tasks', 1)]))).toContain(
      'nor what a build takes or makes.',
    );
  });

  it('names the pull request and links to its preview', () => {
    const comment = commentMarkdown(aComparison(), {
      number: 12,
      previewUrl: 'https://example.org/pr-12/index.html',
    });
    expect(comment).toContain(
      '### What pull request 12 changes at `bbbbbbbbbbbb` against `aaaaaaaaaaaa`',
    );
    const links = nodesOf(comment).filter(({ type }) => type === 'link');
    expect(links.map(({ url }) => url)).toEqual(['https://example.org/pr-12/index.html']);
  });

  it('refuses an address that is none', () => {
    const previewUrl = 'javascript:alert(1)';
    expect(() => commentMarkdown(aComparison(), { previewUrl })).toThrow(RangeError);
  });

  it('shows what changed with its ratio, the A/A and the verdict', () => {
    const comment = commentMarkdown(
      programsChanged([measured('tasks', 1), measured('threads', 1.5)]),
    );
    const rows = linesOf(comment).filter((line) => line.startsWith('| `'));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(
      /^\| `cpu\/20` `threads` CPU time \| 20\.\d+ ms \| 30\.\d+ ms \| 1\.50 \\\[.*\*\*changed: more\*\* \|$/,
    );
    expect(rows[1]).toContain('no change shown');
    expect(comment).toContain(
      '**Changed:** `cpu/20` `threads` needs 1.50 times what it did before (CPU time).',
    );
  });

  it('tells a change that may not matter as that, after those that do, and never as changed', () => {
    const open = changedTo([1.01, 1.02, 1.02, 1.03, 1.04, 1.04, 1.05, 1.06, 1.05, 1.04]);
    const comment = commentMarkdown(programsChanged([open, measured('tasks', 1.5)]));
    const rows = linesOf(comment).filter((line) => line.startsWith('| `'));
    expect(rows[0]).toContain('**changed: more**');
    expect(rows[1]).toMatch(/\| more, may not matter \|$/);
    expect(commentMarkdown(programsChanged([open]))).toContain(
      'A change that may not matter: `cpu/20` `close` needs 1.04 times what it did before (CPU time); whether it reaches 3% is open.',
    );
  });

  it('says "no change shown" where the run could not tell', () => {
    const comment = commentMarkdown(programsChanged([measured('tasks', 1.01)]));
    expect(comment).toContain('No change shown in the one program compared.');
  });

  it('puts a wrong answer before everything else', () => {
    const wrong: Change = {
      case: 'cpu/20',
      contestant: 'tasks',
      state: 'did not finish',
      side: 'head',
      outcome: 'wrong-answer',
      finished: 0,
      attempted: 1,
      why: 'expected sum = 4, found 5',
    };
    const comment = commentMarkdown(programsChanged([measured('threads', 1.5), wrong]));
    expect(comment).toContain('**A wrong answer** from `cpu/20` `tasks`.');
    expect(comment.indexOf('expected sum')).toBeLessThan(comment.indexOf('1.50'));
  });

  it('says that Steelyard itself changed, where it did', () => {
    const touched = { runners: false, data: false, harness: true };
    const comment = commentMarkdown(aComparison({ touched }));
    expect(comment).toContain(
      'Steelyard itself changed, no program, parameter or answer did: 339 of 339 numbers identical.',
    );
  });

  it('shows claims with the old sentence and the new', () => {
    const changed = [
      {
        report: 'report',
        id: 'one',
        before: 'it takes less',
        after: 'it takes longer',
        verdict: 'flipped' as const,
      },
      { report: 'report', id: 'two', before: null, after: 'a new one', verdict: 'same' as const },
    ];
    const comment = commentMarkdown(aComparison({ claims: { changed, stale: [], lost: [] } }));
    expect(comment).toContain('2 sentences changed (1 with another verdict)');
    expect(comment).toContain('- `one` **flipped**: “it takes less” → “it takes longer”');
    expect(comment).toContain('- `two`: (new) → “a new one”');
  });

  it('has at most 25 lines, however much there is to say, and says how much is left out', () => {
    const many = Array.from({ length: 40 }, (_, index) => index);
    const text = hostile.join(' ');
    const comparison = programsChanged(
      many.map((index) => measured(`tasks-${index}`, 1)),
      {
        claims: {
          changed: many.map((index) => ({
            report: 'report',
            id: `changed-${index}`,
            before: text,
            after: text,
            verdict: 'same' as const,
          })),
          stale: many.map((index) => ({ report: 'report', id: `stale-${index}` })),
          lost: many.map((index) => ({
            report: 'report',
            id: `lost-${index}`,
            sentence: text,
            found: text,
          })),
        },
      },
    );
    const previewUrl = 'https://example.org/pr-12/';
    const comment = commentMarkdown(comparison, { number: 12, previewUrl });
    expect(linesOf(comment).length).toBeLessThanOrEqual(25);
    expect(comment).toContain("and 33 more: see the preview's changes page");
    expect(comment).toMatch(/- and \d+ more: see the preview's changes page/);
    expect(comment).toContain('npm run compare');
    const nodes = nodesOf(comment);
    expect(nodes.filter(({ type }) => type === 'html' || type === 'image')).toEqual([]);
    expect(nodes.filter(({ type }) => type === 'link')).toHaveLength(1);
  });
});
