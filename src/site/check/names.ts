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
import { Problem } from '../../scenario/problem.ts';
import { readText } from '../../store/text.ts';
import { chapterNames } from '../chapters.ts';
import type { Roots } from '../roots.ts';
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
    const path = join(where.content, file.slice('content/'.length));
    const nodes = [...allNodes(mdxTree(readText(path, file), file))];
    return inFile(
      file,
      nodes.flatMap((node) => nameMistake(node, page)),
    );
  });
  if (said.length > 0) throw new Problem('usage', said.join('\n'));
}

function nameMistake(node: TreeNode, view: DocumentView): Mistake[] {
  try {
    checkNode(node, view);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // The place stands before the message.
    return [{ line: lineOf(node), what: error.message.replace(` in ${fileOf(view)}`, '') }];
  }
}

/** Asks for all that an element names, as its component will when it is drawn. */
function checkNode(node: TreeNode, view: DocumentView): void {
  const text = (name: string): string[] => attributeText(node, name)?.trim().split(/\s+/) ?? [];
  const where = `<${node.name ?? ''}>`;
  const checkMeasures = (cases: readonly CaseView[], measures: readonly string[]): void => {
    for (const aCase of cases) {
      if (aCase.state === 'absent') continue;
      for (const measure of measures) measureOf(view, aCase, measure, where);
    }
  };
  switch (node.name) {
    case 'Chart':
    case 'Results':
    case 'Setting': {
      const cases = text('case').map((id) => caseOf(view, id, where));
      return checkMeasures(cases, [...text('measure'), ...text('measures')]);
    }
    case 'Growth':
    case 'Programs':
    case 'GrowthTable':
    case 'Models': {
      const scenarios = [...text('scenario'), ...text('memoryScenario')];
      const cases = scenarios.map((scenario) => casesOf(view, scenario, where));
      checkMeasures(cases[0] ?? [], text('measure'));
      return checkMeasures(cases[1] ?? [], text('memoryMeasure'));
    }
    case 'Derived': {
      const [scenario = ''] = text('growth');
      const [start = '', ...measures] = text('start');
      for (const id of text('work')) caseOf(view, id, where);
      casesOf(view, scenario, where);
      return checkMeasures([caseOf(view, start, where)], measures);
    }
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
