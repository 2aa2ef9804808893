/** What contestants work on and are built to, as keys need it: inputs as they are made now, builds as they came out then. */
import type { Places } from '../places.ts';
import { wantedCases } from '../plan/cases.ts';
import { everything } from '../plan/selection.ts';
import type { Built, Made, MadeInput, NotMade } from '../scenario/made.ts';
import type { Scenario } from '../scenario/schema.ts';
import { makeFor } from '../session/make.ts';
import type { Session } from '../store/schema.ts';
import type { Found } from './keys.ts';
import { silent } from './silent.ts';

/** Another compiler makes another program of the same source, which is no change of the project's. */
export async function madeAsThen(
  session: Session,
  scenarios: readonly Scenario[],
  runtimes: Found,
  places: Places,
): Promise<Made> {
  const inputsOnly = wantedCases(scenarios, session.profile, everything).map((wanted) => ({
    ...wanted,
    contestants: [],
  }));
  const made = await makeFor(inputsOnly, { places, runtimes, output: silent, signal: undefined });
  return { built: builtThen(session, scenarios), inputs: orThen(made.inputs, session) };
}

function builtThen(session: Session, scenarios: readonly Scenario[]): Map<string, Built> {
  const built = new Map<string, Built>();
  for (const { scenario, contestants } of session.cases)
    for (const { id, build } of contestants) {
      const now = scenarios
        .find((one) => one.id === scenario)
        ?.contestants.find((one) => one.id === id);
      if (build === undefined || now?.build === undefined) continue;
      built.set(`${scenario}/${id}`, { path: '', ...build, words: now.build });
    }
  return built;
}

/** What can't be made here is taken to be what it was. */
function orThen(now: Made['inputs'], session: Session): Made['inputs'] {
  return new Map(
    [...now].map(([id, inputs]) => {
      const then = session.cases.find((one) => one.id === id)?.inputs ?? {};
      const all = [...inputs].map(([name, one]): [string, MadeInput | NotMade] => {
        const before = then[name];
        return 'reason' in one && before
          ? [name, { path: '', ...before, files: before.files ?? [] }]
          : [name, one];
      });
      return [id, new Map(all)];
    }),
  );
}
