/** A report whose every text is a word of 86 letters. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { long } from './long-word.ts';

/** Changes a copy of the report's content. */
export function lengthenContent(report: string): void {
  const edit = (name: string, change: (text: string) => string): void => {
    const file = join(report, name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };
  edit('index.mdx', (text) => lengthenedPage(text, lengthenedFront));
  for (const name of ['audit.mdx', 'method.mdx'])
    edit(name, (text) =>
      lengthenedPage(text, ({ description }) => ({
        title: long('chapter'),
        description: `${description as string} ${long('about')}`,
      })),
    );
  edit('published.yaml', lengthenedFigures);
}

const body = `
<Note title="${long('note')}">

${long('margin')}

</Note>

${long('paragraph')} \`${long('code')}\` [${long('link')}](https://example.org/${long('path')}) <Opinion>${long('opinion')}</Opinion>

- ${long('item')}

> ${long('quote')}

| ${long('head')} | ${long('other')} |
| --- | --- |
| ${long('cell')} | \`${long('code')}\` |

\`\`\`
${long('block')}
\`\`\`
`;

function lengthenedPage(
  text: string,
  front: (front: Record<string, unknown>) => Record<string, unknown>,
): string {
  const [, own = '', rest = ''] = /^---\n([^]*?)^---$([^]*)/m.exec(text)!;
  const titled = rest
    .replace(/title="([^"]*)"/g, (_, title: string) => `title="${long(title)}"`)
    .replace(/^(#+ ).*$/gm, (_, sign: string) => sign + long('heading'));
  return `---\n${stringify(front(parse(own) as Record<string, unknown>))}---\n${titled.replace('<Section', `${body}\n<Section`)}`;
}

interface Front {
  title: string;
  answer: { words: string }[];
  contestants: { id: string }[];
  cases: Record<string, { title: string }>;
  verdicts: { as: string }[];
}

function lengthenedFront(own: Record<string, unknown>): Record<string, unknown> {
  const front = own as unknown as Front;
  return {
    ...own,
    // And letters that Inter doesn't have.
    title: `${long(front.title)} 测试`,
    description: `${own['description'] as string} ${long('about')}`,
    others: long('others'),
    answer: front.answer.map((topic) => ({ ...topic, words: `while ${long(topic.words)}` })),
    contestants: front.contestants.map((one) => ({
      ...one,
      label: long(one.id),
      worker: long('worker'),
    })),
    cases: Object.fromEntries(
      Object.entries(front.cases).map(([id, { title }]) => [id, { title: long(title) }]),
    ),
    verdicts: front.verdicts.map((row) => ({ ...row, as: long(row.as) })),
  };
}

function lengthenedFigures(text: string): string {
  const all = parse(text) as { figures: Record<string, Record<string, unknown>> };
  const words = ['section', 'stated', 'differs', 'why'];
  const figures = Object.entries(all.figures).map(([id, figure]) => {
    const changed = words.filter((name) => name in figure).map((name) => [name, long(name)]);
    return [id, { ...figure, ...(Object.fromEntries(changed) as object) }] as const;
  });
  return stringify({
    ...all,
    title: long('published'),
    conditions: long('conditions'),
    figures: Object.fromEntries(figures),
  });
}
