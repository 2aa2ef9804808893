/** Begins a report, a scenario or a runtime in a project: a file that loads, to be made one's own. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { manual } from '../engine.ts';
import type { Places } from '../places.ts';
import { loadScenarios } from '../scenario/load.ts';
import { Problem } from '../scenario/problem.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Output } from '../terminal/output.ts';
import { reportText, runtimeText, scenarioText } from './new-texts.ts';

const kinds = ['report', 'scenario', 'runtime'] as const;
type Kind = (typeof kinds)[number];

/**
 * Writes one file; nothing that is there is touched.
 *
 * @throws Problem (usage) for another kind, a name that is no name, or one that is taken
 */
export async function begin(
  kind: string,
  name: string,
  places: Places,
  output: Output,
): Promise<void> {
  if (!isKind(kind))
    throw new Problem('usage', `There is no new "${kind}": say one of ${kinds.join(', ')}.`);
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Problem(
      'usage',
      `"${name}" can't be a name: use lower-case letters, digits and hyphens, for example "my-${kind}".`,
    );
  const { file, text, next } = await begun(kind, name, places);
  if (existsSync(file))
    throw new Problem('usage', `${file} is there already. Take another name, or edit it.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const path = relative(process.cwd(), file);
  output.say(`Wrote ${path}. ${next}`);
  output.result({ file: path });
}

interface Begun {
  readonly file: string;
  readonly text: string;
  readonly next: string;
}

async function begun(kind: Kind, name: string, places: Places): Promise<Begun> {
  const { runners, content } = places;
  switch (kind) {
    case 'scenario':
      return {
        file: join(runners, 'scenarios', `${name}.ts`),
        text: scenarioText(name),
        next: `Try it: npm run measure -- --profile smoke --only ${name}. What it may say: ${manual('docs/scenarios.md')}`,
      };
    case 'runtime':
      return {
        file: join(runners, 'runtimes', name, 'runtime.ts'),
        text: runtimeText(name),
        next: `Its programs stand beside it. See whether it is found: npm run doctor. What find() may use and give: ${manual('docs/runtimes.md')}`,
      };
    case 'report':
      return {
        file: join(content, name, 'index.mdx'),
        text: reportText(name, await scenariosIn(runners)),
        next: `See it: npm run dev. What may stand in it: ${manual('docs/writing.md')}`,
      };
  }
}

async function scenariosIn(runners: string): Promise<Scenario[]> {
  const scenarios = existsSync(join(runners, 'scenarios')) ? await loadScenarios(runners) : [];
  if (scenarios.length > 0) return scenarios;
  throw new Problem(
    'usage',
    'There is no scenario yet, and a report tells of one. Begin it first: npx steelyard new scenario my-scenario',
  );
}

function isKind(kind: string): kind is Kind {
  return kinds.some((one) => one === kind);
}
