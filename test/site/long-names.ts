/** A site in which every text that people, machines or runtimes write is long, and contestants are many. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { sha256 } from '../fixtures/site-session.ts';
import { deriveResults, siteSessions } from '../fixtures/make-site-data.ts';
import { prettyJson } from '../../src/store/files.ts';
import { readSession } from '../../src/store/read.ts';
import type { InvocationRecord, Session, SessionCase } from '../../src/store/schema.ts';

const LETTERS = 86;
/** Copies of a contestant that no front matter names. */
const COPIES = 8;

/** A word without a place to break it, that begins so. */
function long(word: string): string {
  const stem = word.replace(/[^\p{L}\p{N}]/gu, '') || 'word';
  return stem.repeat(Math.ceil(LETTERS / stem.length)).slice(0, LETTERS);
}

/** Changes a data set of `makeSiteData`. */
export function lengthenData(folder: string): void {
  for (const own of siteSessions) {
    const { session, records } = readSession(join(folder, own));
    const lines = crowded(records)
      .map((record) => `${JSON.stringify(lengthenedRecord(record))}\n`)
      .join('');
    const seal = { records: lines.split('\n').length - 1, sha256: sha256(lines) };
    const changed = lengthenedSession(session);
    writeFileSync(join(folder, own, 'records.jsonl'), lines);
    writeFileSync(
      join(folder, own, 'session.json'),
      prettyJson(session.seal === undefined ? changed : { ...changed, seal }),
    );
  }
  deriveResults(folder);
}

const ofMemory = (id: string): boolean => id.startsWith('memory/');

/** Each contestant of the growth series of memory once more, and more of one of them. */
function copiesOf(caseId: string, contestant: string): readonly string[] {
  if (!ofMemory(caseId) || contestant !== 'python-threads') return [];
  return Array.from({ length: COPIES }, (_, i) => `${i + 1}-${long('python')}`);
}

function crowded(records: readonly InvocationRecord[]): InvocationRecord[] {
  return records.flatMap((record) => [
    record,
    ...copiesOf(record.case, record.contestant).map((contestant) => ({ ...record, contestant })),
  ]);
}

function lengthenedRecord(record: InvocationRecord): InvocationRecord {
  return 'reason' in record ? { ...record, reason: `${record.reason} ${long('reason')}` } : record;
}

function lengthenedSession(session: Session): Session {
  const { machine } = session;
  return {
    ...session,
    seed: long('seed'),
    harness: { ...session.harness, version: long('1') },
    machine: {
      ...machine,
      cpu: long('cpu'),
      os: long('linux'),
      kernel: long('kernel'),
      settings: { ...machine.settings, [long('setting')]: long('value') },
    },
    environment: { ...session.environment, [long('VARIABLE')]: long('/usr/bin:') },
    runtimes: session.runtimes.map((one) => ({
      ...one,
      title: long(one.title),
      homepage: `https://example.org/${long('home')}`,
      ...(one.available
        ? {
            version: long('3'),
            dependencies: { ...one.dependencies, [long('package')]: long('4') },
            facts: { ...one.facts, [long('fact')]: long('so') },
          }
        : { reason: `${one.reason} ${long('reason')}` }),
    })),
    cases: session.cases.map(lengthenedCase),
  };
}

function lengthenedCase(one: SessionCase): SessionCase {
  const lengthened = one.contestants.map((contestant) => ({
    ...contestant,
    files: contestant.files.map((file) => ({ ...file, path: `${long('folder')}/${file.path}` })),
  }));
  return {
    ...one,
    parameters: { ...one.parameters, [long('parameter')]: long('value') },
    measures: one.measures.map((measure) => ({ ...measure, title: long(measure.title) })),
    contestants: lengthened.flatMap((contestant) => [
      contestant,
      ...copiesOf(one.id, contestant.id).map((id) => ({ ...contestant, id })),
    ]),
  };
}

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
        description: `${description} ${long('about')}`,
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
  answer: { words: string; rows: { with?: string }[] }[];
  contestants: { id: string }[];
  cases: Record<string, { title: string }>;
  verdicts: { as: string }[];
}

function lengthenedFront(own: Record<string, unknown>): Record<string, unknown> {
  const front = own as unknown as Front;
  return {
    ...own,
    title: long(front.title),
    description: `${own['description'] as string} ${long('about')}`,
    others: long('others'),
    answer: front.answer.map(({ words, rows }) => ({
      words: `while ${long(words)}`,
      rows: rows.map((row) => ('with' in row ? { ...row, with: long('with') } : row)),
    })),
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
    return [id, { ...figure, ...Object.fromEntries(changed) }];
  });
  return stringify({
    ...all,
    title: long('published'),
    conditions: long('conditions'),
    figures: Object.fromEntries(figures),
  });
}
