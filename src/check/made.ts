/** What was built and made for a session, to compute its keys again. */
import { wantedCases, type WantedCase } from '../plan/cases.ts';
import { everything } from '../plan/selection.ts';
import type { Built, Made, MadeInput, NotMade } from '../scenario/made.ts';
import { nothingMade } from '../scenario/made.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Session, SessionCase } from '../store/schema.ts';

/** Makes the inputs of cases, as measuring does. */
export type MakeInputs = (cases: readonly WantedCase[]) => Promise<Made>;

/**
 * Inputs as they are made now, since what they are made of may have changed; where one can't be made here, as the
 * session says. Builds with the words of now and the bytes of then: another compiler makes other bytes.
 */
export async function madeThen(
  session: Session,
  scenarios: readonly Scenario[],
  makeInputs: MakeInputs,
): Promise<Made> {
  const held = new Map(session.cases.map((one) => [one.id, one]));
  const wanted = wantedCases(scenarios, session.profile, everything)
    .filter(({ scenario, settings }) => {
      const then = held.get(`${scenario.id}/${settings.id}`);
      return then !== undefined && (then.inputs ?? scenario.inputs) !== undefined;
    })
    .map((one) => ({ ...one, contestants: [] }));
  const now = wanted.length === 0 ? nothingMade : await makeInputs(wanted);
  const inputs = new Map(
    [...now.inputs].map(([id, made]) => [id, withRecorded(made, held.get(id))] as const),
  );
  return { inputs, built: builtThen(session, scenarios) };
}

function withRecorded(
  made: ReadonlyMap<string, MadeInput | NotMade>,
  then: SessionCase | undefined,
): Map<string, MadeInput | NotMade> {
  return new Map(
    [...made].map(([name, one]) => {
      const recorded = then?.inputs?.[name];
      if (!('reason' in one) || recorded === undefined) return [name, one];
      return [name, { path: '', ...recorded, files: recorded.files ?? [] }];
    }),
  );
}

function builtThen(session: Session, scenarios: readonly Scenario[]): Map<string, Built> {
  const contestants = session.cases.flatMap(({ scenario, contestants: all }) =>
    all.map((one) => ({ ...one, scenario })),
  );
  return new Map(
    contestants.flatMap(({ scenario, id, build }) => {
      const now = scenarios.find((one) => one.id === scenario);
      const words = now?.contestants.find((one) => one.id === id)?.build ?? build?.words;
      if (build === undefined || words === undefined) return [];
      return [[`${scenario}/${id}`, { path: '', ...build, words }] as const];
    }),
  );
}
