/** Cases, measures, contestants and runtimes that a report names, and nothing has. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allNodes, attributeText, lineOf, mdxTree } from '../../claims/mdx.ts';
import type { Claim } from '../../claims/schema.ts';
import type { Roots } from '../../places.ts';
import { meantWords } from '../../scenario/nearest.ts';
import type { Report } from '../../present/report.ts';
import { readText } from '../../store/text.ts';
import { readClaims } from '../claims.ts';
import type { KnownNames } from '../known-names.ts';
import { placesOfTest } from '../needs.ts';
import { publishedOf } from '../published.ts';
import { readReport } from '../reports.ts';

interface Name {
  readonly kind: 'case' | 'scenario' | 'measure' | 'contestant' | 'runtime';
  readonly name: string;
  /** Of a measure: the scenario that has to have it; absent: any. */
  readonly of?: string | undefined;
}

/** A name with the place where it stands. */
interface Use extends Name {
  /** `content/<report>/claims.yaml:3`. */
  readonly at: string;
}

/**
 * Each as a line of a message. The files have to be readable.
 *
 * @param files of the report's texts, below content/
 */
export function unknownNames(
  report: string,
  files: readonly string[],
  known: KnownNames,
  where: Roots,
): string[] {
  const uses = [
    ...ofFrontMatter(readReport(where.content, report), where),
    ...readClaims(report, where).flatMap(ofClaim),
    ...ofPublished(report, where),
    ...files.flatMap((file) => ofText(file, where)),
  ];
  return uses.flatMap((use) => {
    const names = namesFor(use, known);
    return names === undefined || names.has(use.name) ? [] : [complaint(use, names)];
  });
}

/** Of a scenario that nothing has the measures are no second mistake. */
function namesFor({ kind, of }: Use, known: KnownNames): ReadonlySet<string> | undefined {
  if (kind === 'case') return known.cases;
  if (kind === 'scenario') return new Set(known.measures.keys());
  if (kind === 'contestant') return known.contestants;
  if (kind === 'runtime') return known.runtimes;
  if (of !== undefined) return known.measures.get(of);
  return new Set([...known.measures.values()].flatMap((ids) => [...ids]));
}

function complaint({ at, kind, name, of }: Use, names: ReadonlySet<string>): string {
  const owner =
    of === undefined ? 'no scenario here has, nor a committed session' : `${of} doesn't have`;
  return `${at}: the ${kind} "${name}" is one that ${owner}. ${meantWords(name, names)}`;
}

function ofFrontMatter(report: Report, { content }: Roots): Use[] {
  const file = `content/${report.id}/index.mdx`;
  const lines = readText(join(content, report.id, 'index.mdx'), file).split('\n');
  return namesInFrontMatter(report).map((name) => ({
    ...name,
    at: `${file}:${lineWith(name.name, lines)}`,
  }));
}

/** The first line where the name stands by itself. */
function lineWith(name: string, lines: readonly string[]): number {
  const alone = new RegExp(`(?<![\\w/-])${name.replace(/[^\w/-]/g, '\\$&')}(?![\\w/-])`);
  const index = lines.findIndex((line) => alone.test(line));
  return index < 0 ? 1 : index + 1;
}

function namesInFrontMatter(report: Report): Name[] {
  const rows = [...report.verdicts, ...report.answer.flatMap((topic) => topic.rows)];
  const series = report.answer.flatMap(({ over }) => over ?? []);
  const choices = report.which.map(({ scenario, case: one, time, memory }) => {
    return { scenario, case: one, measure: [time, memory].flatMap((each) => each ?? []) };
  });
  const { subject } = report;
  return [
    ...Object.keys(report.cases).map((name): Name => ({ kind: 'case', name })),
    ...[...rows, ...series, ...choices].flatMap(namesOfPlace),
    ...report.contestants.map(({ id }): Name => ({ kind: 'contestant', name: id })),
    ...Object.keys(report.measures).map((name): Name => ({ kind: 'measure', name })),
    ...(subject === undefined ? [] : [{ kind: 'runtime', name: subject } as const]),
  ];
}

interface Place {
  readonly case?: string | undefined;
  readonly scenario?: string | undefined;
  readonly measure?: string | readonly string[] | undefined;
}

function namesOfPlace({ case: one, scenario, measure = [] }: Place): Name[] {
  const of = scenario ?? one?.split('/')[0];
  return [
    ...(one === undefined ? [] : [{ kind: 'case', name: one } as const]),
    ...(scenario === undefined ? [] : [{ kind: 'scenario', name: scenario } as const]),
    ...[measure].flat().map((name): Name => ({ kind: 'measure', name, of })),
  ];
}

function ofClaim(claim: Claim): Use[] {
  const at = `${claim.file}:${claim.line}`;
  const place = 'over' in claim ? { scenario: claim.over } : { case: claim.in };
  const names = [...namesOfPlace({ ...place, measure: measureOf(claim) }), ...whoOf(claim)];
  return names.map((name) => ({ ...name, at }));
}

function measureOf(claim: Claim): string | readonly string[] {
  if (claim.kind === 'finish') return [];
  if (claim.kind === 'best') return claim.best;
  if (claim.kind === 'winner') return claim.winner;
  return claim.kind === 'value' ? claim.value : claim.on;
}

function whoOf(claim: Claim): Name[] {
  if (claim.kind === 'winner') return [];
  const named = claim.kind === 'compare' || claim.kind === 'growth' ? claim.compare : [claim.of];
  return named.flatMap((name): Name[] => {
    if (name === undefined) return [];
    const runtime = claim.kind === 'best' ? name : /^best of (.*)$/.exec(name)?.[1];
    return [
      runtime === undefined ? { kind: 'contestant', name } : { kind: 'runtime', name: runtime },
    ];
  });
}

function ofPublished(report: string, where: Roots): Use[] {
  if (!existsSync(join(where.content, report, 'published.yaml'))) return [];
  const at = `content/${report}/published.yaml`;
  const places = publishedOf(report, where).figures.flatMap(({ test }) =>
    test === undefined ? [] : placesOfTest(test),
  );
  return [...new Set(places)].map((name) => ({
    at,
    kind: name.includes('/') ? 'case' : 'scenario',
    name,
  }));
}

/** What components name: cases, a scenario, and their measures. */
function ofText(file: string, where: Roots): Use[] {
  const tree = mdxTree(readText(join(where.content, file), `content/${file}`), `content/${file}`);
  return [...allNodes(tree)].flatMap((node) => {
    if (node.name === undefined || node.name === null) return [];
    const at = `content/${file}:${lineOf(node)}`;
    const words = (attribute: string): string[] =>
      attributeText(node, attribute)?.split(/\s+/).filter(Boolean) ?? [];
    const [scenario] = words('scenario');
    const cases = words('case');
    const of = scenario ?? cases[0]?.split('/')[0];
    const names: Name[] = [
      ...cases.map((name): Name => ({ kind: 'case', name })),
      ...[...words('scenario'), ...words('memoryScenario')].map((name): Name => ({
        kind: 'scenario',
        name,
      })),
      ...(of === undefined ? [] : [...words('measures'), ...words('measure')]).map(
        (name): Name => ({ kind: 'measure', name, of }),
      ),
    ];
    return names.map((name) => ({ ...name, at }));
  });
}
