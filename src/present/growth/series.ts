/** The sizes of a scenario and one measure as the input of a growth chart. */
import { isCapped } from '../../quantity/measure.ts';
import type { GrowthInput, GrowthPoint, GrowthSeries } from '../charts/types.ts';
import type { DocumentView, MeasuredCase } from '../document.ts';
import { inReportOrder, markOf } from '../report.ts';
import { capWords } from '../setting.ts';
import { failureWords } from '../words.ts';

/** A size of the series with its case. */
export interface SizedCase {
  readonly size: number;
  readonly aCase: MeasuredCase;
}

export interface Scale {
  readonly parameter: string;
  /** What a size counts, in the singular. */
  readonly noun: string;
}

/** The parameter that the cases step through: as the session says; in one of before, the one that differs. */
export function scaleOf(cases: readonly MeasuredCase[]): Scale {
  const first = cases[0]!;
  if (first.definition.scale !== undefined) return first.definition.scale;
  const said = first.session.growth.find((growth) => growth.scenario === first.definition.scenario);
  if (said !== undefined) return { parameter: said.parameter, noun: said.noun };
  const names = Object.keys(first.definition.parameters);
  const differs = names.find(
    (name) => new Set(cases.map((one) => one.definition.parameters[name])).size > 1,
  );
  const parameter = differs ?? names[0] ?? 'size';
  return { parameter, noun: parameter.replace(/s$/, '') };
}

/** The cases of one session in rising order of size: the session of the largest size. */
export function sizedCases(cases: readonly MeasuredCase[], { parameter }: Scale): SizedCase[] {
  const sized = cases
    .map((aCase) => ({ aCase, size: Number(aCase.definition.parameters[parameter]) }))
    .filter(({ size }) => Number.isFinite(size))
    .sort((a, b) => a.size - b.size);
  const session = sized.at(-1)?.aCase.session.id;
  return sized.filter(({ aCase }) => aCase.session.id === session);
}

/** One series a contestant; where it stopped finishing, the size and the reason. */
export function growthInput(
  view: DocumentView,
  sizes: readonly SizedCase[],
  measureId: string,
  noun: string,
  id: string,
  title: string,
): GrowthInput {
  const measure = sizes[0]!.aCase.definition.measures.find((one) => one.id === measureId)!;
  const ids = [...new Set(sizes.flatMap(({ aCase }) => contestantsOf(aCase)))];
  const contestants = inReportOrder(
    view.report,
    ids.map((one) => ({ id: one })),
  );
  const limit = limitLine(sizes, measureId);
  return {
    id,
    title,
    measureTitle: measure.title,
    unit: measure.unit,
    noun,
    series: contestants.map((one) => seriesOf(view, sizes, measureId, one.id)),
    ...(limit !== undefined && { limit }),
  };
}

function contestantsOf(aCase: MeasuredCase): string[] {
  return aCase.result.contestants.filter((one) => one.controlOf === undefined).map((one) => one.id);
}

function seriesOf(
  view: DocumentView,
  sizes: readonly SizedCase[],
  measureId: string,
  contestant: string,
): GrowthSeries {
  const points: GrowthPoint[] = [];
  let failedAt: GrowthSeries['failedAt'];
  for (const { size, aCase } of sizes) {
    const result = aCase.result.contestants.find((one) => one.id === contestant);
    if (result === undefined) continue;
    const estimate = result.estimates[measureId];
    if (result.finished > 0 && estimate !== undefined && estimate.point !== null)
      points.push({ size, estimate });
    else failedAt ??= { size, words: failureWords(result) ?? 'not measured' };
  }
  return {
    mark: markOf(view.report, contestant),
    points,
    ...(failedAt !== undefined && { failedAt }),
  };
}

/** The memory cap, where the scenario states one that is the same for every size. */
function limitLine(sizes: readonly SizedCase[], measureId: string): GrowthInput['limit'] {
  const caps = new Set(sizes.map(({ aCase }) => aCase.definition.memoryCapBytes));
  const [cap] = caps;
  if (!isCapped(measureId) || caps.size !== 1 || cap === undefined) return undefined;
  const memoryBytes = sizes[0]!.aCase.session.machine.memoryGiB * 2 ** 30;
  const isSafetyOnly = cap > memoryBytes * 0.6;
  return isSafetyOnly ? undefined : { value: cap, label: `memory cap: ${capWords(cap)}` };
}
