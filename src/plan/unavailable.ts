/** Why a contestant can't run with what is here of its runtime. */
import { nearest } from '../scenario/nearest.ts';
import { Problem } from '../scenario/problem.ts';
import type { FoundRuntime, MissingRuntime } from '../scenario/runtime.ts';
import type { Contestant } from '../scenario/schema.ts';
import { compareVersions } from '../scenario/version.ts';

/** A sentence or more: what is lacking, and what to do; undefined where it can run. */
export function whyUnavailable(
  contestant: Contestant,
  runtime: FoundRuntime | MissingRuntime | undefined,
): string | undefined {
  if (runtime === undefined)
    return `there is no runtime "${contestant.runtime}" under runners/runtimes/`;
  if (!runtime.available) return runtime.reason;
  return whyTooOld(contestant, runtime) ?? whyLacking(contestant, runtime);
}

/**
 * A package that the runtime says nothing of is in no lock: then its version is in no key either.
 *
 * @throws Problem (usage) where a contestant needs one
 */
export function checkNeeds(
  { id, needs }: Contestant,
  runtime: FoundRuntime | MissingRuntime | undefined,
  where: string,
): void {
  if (runtime?.available !== true) return;
  const known = Object.keys({ ...runtime.dependencies, ...runtime.missing });
  const unknown = needs.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  const others =
    known.length === 0
      ? 'It names no packages: find() gives them as "dependencies", or as "missing".'
      : `It names: ${known.join(', ')}.`;
  throw new Problem(
    'usage',
    `"${id}" of the scenario "${where}" needs the package "${unknown}", of which its runtime knows nothing` +
      `${near === undefined ? '.' : `: did you mean "${near}"?`} ${others} Mend "needs", or add the package to the lock.`,
  );
}

function whyTooOld({ since }: Contestant, runtime: FoundRuntime): string | undefined {
  if (since === undefined || compareVersions(runtime.version, since) >= 0) return undefined;
  const another = runtime.getAnother === undefined ? '' : ` ${runtime.getAnother}`;
  return `It needs ${since} or newer, and ${runtime.label ?? runtime.version} is here.${another}`;
}

/** A package or a feature of the build that isn't there. */
function whyLacking(contestant: Contestant, runtime: FoundRuntime): string | undefined {
  const missing = contestant.needs.find((name) => runtime.missing[name] !== undefined);
  if (missing !== undefined) return `${missing}: ${runtime.missing[missing]}`;
  for (const name of contestant.features) {
    const feature = runtime.features?.[name];
    if (feature === undefined) return `The runtime knows of no feature "${name}".`;
    if (!feature.there) return feature.reason;
  }
  return undefined;
}
