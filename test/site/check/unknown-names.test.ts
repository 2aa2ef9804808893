import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/scenario/problem.ts';
import { checkContent } from '../../../src/site/check/content.ts';
import { Project } from '../../fixtures/make-project.ts';

const made = new Set<string>();
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** Scenarios are loaded once by their path: one that is changed needs a folder of its own. */
function copyOf(folder: string): Project {
  const project = new Project(folder, 'counting');
  made.add(project.folder);
  return project;
}

async function said(project: Project): Promise<string[]> {
  const [content, data, runners] = ['content', 'data', 'runners'].map((one) => project.path(one));
  try {
    await checkContent({ content: content!, data: data!, runners: runners! });
  } catch (error) {
    if (error instanceof Problem && error.kind === 'usage') return error.message.split('\n');
    throw error;
  }
  return [];
}

const NOTHING = 'is one that no scenario here has, nor a committed session.';

describe('a name that nothing has', () => {
  it.each([
    ['index', 'count/5: { title', 'count/6: { title', `11: the case "count/6" ${NOTHING} Did you`],
    [
      'index',
      'subject: shell',
      'subject: shel',
      `5: the runtime "shel" ${NOTHING} Did you mean "s`,
    ],
    [
      'index',
      '{ id: node',
      '{ id: deno',
      `9: the contestant "deno" ${NOTHING} There are: shell, node.`,
    ],
    [
      'index',
      'measure: wall',
      'measure: wal',
      `13: the measure "wal" is one that count doesn't have.`,
    ],
    [
      'index',
      'verdicts:',
      'measures: { wal: { title: Time } }\nverdicts:',
      `12: the measure "wal" ${NOTHING}`,
    ],
    [
      'index',
      '<Figure case="count/5"',
      '<Figure case="count/3"',
      `22: the case "count/3" ${NOTHING}`,
    ],
    [
      'index',
      'measures="wall"',
      'measures="wall cpu"',
      `22: the measure "cpu" is one that count doe`,
    ],
    [
      'claims',
      'in: count/5',
      'in: cuont/5',
      `2: the case "cuont/5" ${NOTHING} Did you mean "count/5"?`,
    ],
    [
      'claims',
      '[shell, node]',
      '[shell, nodes]',
      `2: the contestant "nodes" ${NOTHING} Did you mean "n`,
    ],
    ['claims', '[shell, node]', '[best of shall, node]', `2: the runtime "shall" ${NOTHING}`],
  ])(
    'is told of before anything is measured (%s.*: %s → %s)',
    async (file, before, after, words) => {
      const name = file === 'index' ? 'index.mdx' : 'claims.yaml';
      const project = copyOf('unknown-names');
      expect(await said(project)).toEqual([]);
      project.edit(`content/counting/${name}`, before, after);
      expect(await said(project)).toContainEqual(
        expect.stringContaining(`content/counting/${name}:${words}`),
      );
    },
  );

  it('is none as long as a committed session holds its runs', async () => {
    const project = copyOf('unknown-names-kept');
    project.edit('runners/scenarios/count.ts', "id: '5'", "id: '6'");
    expect(await said(project)).toEqual([]);
  });

  it('is all of them where the scenario is another one and nothing is committed', async () => {
    const project = copyOf('unknown-names-lost');
    rmSync(project.path('data/sessions'), { recursive: true });
    project.edit('runners/scenarios/count.ts', "id: 'count'", "id: 'say'");
    expect(await said(project)).toContainEqual(
      expect.stringContaining(`the case "count/5" ${NOTHING}`),
    );
  });
});
