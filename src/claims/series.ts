/** The sizes of a scenario that a growth claim speaks of. */
import type { Range, Untested } from './decided.ts';
import type { AbsentEvidence, CaseEvidence, Evidence, MeasuredEvidence } from './evidence.ts';
import { absent, findMeasure, isUntested, mistake } from './find-case.ts';

export interface Series {
  /** Measured sizes, smallest first. */
  readonly sizes: readonly { readonly size: number; readonly place: MeasuredEvidence }[];
  /** Cases of the scenario without runs. */
  readonly missing: readonly AbsentEvidence[];
  /** What difference of slopes matters, in the measure's unit. */
  readonly matters: number;
}

/** The measured sizes of a scenario that have the measure, or why there are none. */
export function seriesOf(evidence: Evidence, scenario: string, measure: string): Series | Untested {
  const own = [...evidence.cases.values()].filter(({ id }) => id.startsWith(`${scenario}/`));
  if (own.length === 0) return mistake(`there is no case of the scenario "${scenario}"`);
  const measured = own.filter(isMeasured);
  const missing = own.filter((one): one is AbsentEvidence => one.state === 'absent');
  const [first] = measured;
  if (first === undefined) return absent(missing[0]!);
  const known = findMeasure(first, measure);
  if (isUntested(known)) return known;

  const growth = measured
    .flatMap(({ session }) => session.growth)
    .find((one) => one.scenario === scenario && one.of === measure);
  if (growth === undefined) {
    return mistake(`the scenario "${scenario}" states no growth of "${measure}"`);
  }
  const sizes = measured
    .map((place) => ({ size: Number(place.definition.parameters[growth.parameter]), place }))
    .sort((x, y) => x.size - y.size);
  return { sizes, missing, matters: growth.matters };
}

/** Why sizes within the range can't stand in one claim: a runtime changed between them. */
export function versionsDiffer(
  { sizes }: Series,
  { from, to }: Range,
  contestants: readonly string[],
): string | undefined {
  const within = sizes.filter(({ size }) => size >= from && size <= to);
  const seen = new Map<string, string>();
  for (const { place } of within) {
    for (const { id, runtime } of place.definition.contestants) {
      if (!contestants.includes(id)) continue;
      const found = place.session.runtimes.find((one) => one.id === runtime);
      if (found?.available !== true) continue;
      const known = seen.get(runtime);
      if (known !== undefined && known !== found.version) {
        return `its cases were measured with different versions of ${found.title}: ${known} and ${found.version}`;
      }
      seen.set(runtime, found.version);
    }
  }
  return undefined;
}

function isMeasured(one: CaseEvidence): one is MeasuredEvidence {
  return one.state === 'measured';
}
