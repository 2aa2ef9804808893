/** Cases, scenarios, measures and runtimes that the components of a text name, held against a document's runs. */
import { join } from 'node:path';
import { allNodes, attributeText, lineOf, mdxTree, type TreeNode } from '../../claims/mdx.ts';
import { runtimeTitles } from '../../components/claims/runtime-titles.ts';
import {
  caseOf,
  casesOf,
  fileOf,
  measureOf,
  type CaseView,
  type DocumentView,
} from '../../present/document.ts';
import { auditTable } from '../../present/audit/audit.ts';
import { Problem } from '../../scenario/problem.ts';
import { readText } from '../../store/text.ts';
import { chapterNames } from '../chapters.ts';
import { frontMatterYaml } from '../front-matter.ts';
import { checkSpec } from '../plots.ts';
import { publishedOf } from '../published.ts';
import type { Roots } from '../../places.ts';
import { inFile, type Mistake } from './mistakes.ts';

/**
 * Makes sure that the texts of a document name only what its runs have.
 *
 * @throws Problem (usage) with file, line and what there is, a line each mistake
 */
export function checkNames(view: DocumentView, where: Pick<Roots, 'content'>): void {
  const chapters = chapterNames(view.report.id, where);
  const said = [view, ...chapters.map((chapter) => ({ ...view, chapter }))].flatMap((page) => {
    const file = fileOf(page);
    const text = readText(join(where.content, file.slice('content/'.length)), file);
    const nodes = [...allNodes(mdxTree(text, file))];
    const inText = nodes.flatMap((node) =>
      mistakeAt(lineOf(node), page, () => checkNode(node, page, where.content)),
    );
    const mistakes = [...(page === view ? frontMatterMistakes(text, view) : []), ...inText];
    const hasAudit = nodes.some(({ name }) => name === 'Audit');
    return [...inFile(file, mistakes), ...(hasAudit ? auditMistakes(view, where) : [])];
  });
  if (said.length > 0) throw new Problem('usage', said.join('\n'));
}

/** The first of the published figures whose test names what the runs don't have. */
function auditMistakes(view: DocumentView, where: Pick<Roots, 'content'>): string[] {
  try {
    auditTable(view, publishedOf(view.report.id, where));
    return [];
  } catch (error) {
    if (error instanceof Problem) return [error.message];
    throw error;
  }
}

/** What the rows of the verdict table and of the sentence under the title name. */
function frontMatterMistakes(text: string, view: DocumentView): Mistake[] {
  const yaml = frontMatterYaml(text, fileOf(view));
  const { verdicts, answer, which } = view.report;
  const rows = [
    ...verdicts.map((row, index) => ({ ...row, path: ['verdicts', index] })),
    ...answer.flatMap(({ rows: own }, topic) =>
      own.map((row, index) => ({ ...row, path: ['answer', topic, 'rows', index] })),
    ),
  ];
  const inRows = rows.flatMap(({ case: id, measure, path }) =>
    mistakeAt(yaml.lineOf(path), view, () => {
      const where = `"${String(path[0])}"`;
      checkMeasures(view, [caseOf(view, id, where)], [measure].flat(), where);
    }),
  );
  const overSizes = [
    ...answer.flatMap(({ over }, index) =>
      over === undefined
        ? []
        : [{ scenario: over.scenario, measures: [over.measure].flat(), path: ['answer', index] }],
    ),
    ...which.map(({ scenario, case: id, time, memory }, index) => ({
      scenario,
      case: id,
      measures: [time, memory].flat().filter((one) => one !== undefined),
      path: ['which', index],
    })),
  ];
  const inSizes = overSizes.flatMap(({ measures, path, ...place }) =>
    mistakeAt(yaml.lineOf(path), view, () => {
      const where = `"${String(path[0])}"`;
      const cases =
        place.scenario === undefined
          ? [caseOf(view, 'case' in place ? (place.case ?? '') : '', where)]
          : casesOf(view, place.scenario, where);
      checkMeasures(view, cases, measures, where);
    }),
  );
  return [...inRows, ...inSizes];
}

function mistakeAt(line: number, view: DocumentView, check: () => void): Mistake[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // The place stands before the message.
    return [{ line, what: error.message.replace(` in ${fileOf(view)}`, '') }];
  }
}

function checkMeasures(
  view: DocumentView,
  cases: readonly CaseView[],
  measures: readonly string[],
  where: string,
): void {
  for (const aCase of cases) {
    if (aCase.state === 'absent') continue;
    for (const measure of measures) measureOf(view, aCase, measure, where);
  }
}

/** Asks for all that an element names, as its component will when it is drawn. */
function checkNode(node: TreeNode, view: DocumentView, content: string): void {
  const text = (name: string): string[] => attributeText(node, name)?.trim().split(/\s+/) ?? [];
  const where = `<${node.name ?? ''}>`;
  switch (node.name) {
    case 'Figure':
    case 'Setting': {
      const cases = text('case').map((id) => caseOf(view, id, where));
      return checkMeasures(view, cases, text('measures'), where);
    }
    case 'Growth':
    case 'Programs':
    case 'GrowthTable':
    case 'Models': {
      const scenarios = [...text('scenario'), ...text('memoryScenario')];
      const cases = scenarios.map((scenario) => casesOf(view, scenario, where));
      checkMeasures(view, cases[0] ?? [], text('measure'), where);
      return checkMeasures(view, cases[1] ?? [], text('memoryMeasure'), where);
    }
    case 'Derived': {
      const [scenario = ''] = text('growth');
      const [start = '', ...measures] = text('start');
      for (const id of text('work')) caseOf(view, id, where);
      casesOf(view, scenario, where);
      return checkMeasures(view, [caseOf(view, start, where)], measures, where);
    }
    case 'Plot':
      return checkSpec(view, text('spec').join(' '), { content });
    case 'Strengths':
      return checkRuntime(text('of').join(' '), view);
  }
}

function checkRuntime(id: string, view: DocumentView): void {
  const known = runtimeTitles(view).map((one) => one.id);
  if (known.includes(id)) return;
  throw new Problem(
    'usage',
    `<Strengths> names the runtime "${id}", which the sessions don't have. They have: ${known.join(', ')}. Mend the name.`,
  );
}
