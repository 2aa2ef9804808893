/** The texts that `new` writes. */
import type { Scenario } from '../scenario/schema.ts';

/** Two tools that are on every machine, doing the same. */
export function scenarioText(name: string): string {
  return `import { defineScenario, wall } from 'steelyard';

export default defineScenario({
  id: '${name}',
  title: '${titleOf(name)}',
  work: 'Say in one sentence what each of them does.',
  contestants: [
    { id: 'echo', tool: 'echo', args: ['{text}'] },
    { id: 'printf', tool: 'printf', args: ['{text}'] },
  ],
  cases: [
    {
      id: 'main',
      parameters: { text: 'hello' },
      rounds: { smoke: 1, quick: 8, full: 21 },
      timeoutS: 60,
    },
  ],
  // All have to give the same before a time counts.
  check: { agree: { after: ['trim'] } },
  // The smallest difference that counts, stated before anything is measured.
  measures: [wall({ matters: '5%' })],
});
`;
}

/** A program of its name on PATH, or where a variable says. */
export function runtimeText(name: string): string {
  const variable = `STEELYARD_${name.toUpperCase().replaceAll('-', '_')}`;
  return `import { realpath } from 'node:fs/promises';
import { defineRuntime } from 'steelyard';

// What find() may use and give, and how packages of a lock come to programs: node_modules/steelyard/docs/runtimes.md.
export default defineRuntime({
  id: '${name}',
  title: '${titleOf(name)}',
  // Where it says how to get it.
  homepage: 'https://example.org',
  async find(host) {
    const found = host.env['${variable}'] || host.which('${name}');
    if (found === undefined)
      return { available: false, reason: 'There is no "${name}" on PATH. Install it, or set ${variable}.' };
    const binary = await realpath(found);
    const { stdout } = await host.run(binary, ['--version']);
    return {
      available: true,
      version: /\\d+(\\.\\d+)*/.exec(stdout)?.[0] ?? 'not told',
      binary,
      binarySha256: await host.sha256(binary),
      command: [binary],
      dependencies: {},
      missing: {},
      facts: {},
    };
  },
});
`;
}

/** A report of all cases of these scenarios, each told by its main measure. */
export function reportText(name: string, scenarios: readonly Scenario[]): string {
  const cases = scenarios.flatMap((scenario) =>
    scenario.cases.map(({ id }) => ({ scenario, id: `${scenario.id}/${id}` })),
  );
  const rows = cases.filter(({ scenario }) => scenario.measures[0]?.matters !== undefined);
  const contestants = [...new Set(scenarios.flatMap((one) => one.contestants.map(({ id }) => id)))];
  return [
    '---',
    `title: ${titleOf(name)}`,
    'description: Say in a sentence what it is about.',
    'contestants:',
    ...contestants.map((id) => `  - { id: ${id} }`),
    'cases:',
    ...cases.map(
      ({ scenario, id }) => `  ${id}: { title: ${JSON.stringify(caseTitle(scenario, id))} }`,
    ),
    ...(rows.length > 0 ? ['verdicts:'] : []),
    ...rows.map(
      ({ scenario, id }) =>
        `  - { case: ${id}, measure: ${toldBy(scenario)}, as: ${wordOf(scenario)}, section: ${scenario.id} }`,
    ),
    '---',
    '',
    '<Verdicts />',
    '',
    ...scenarios.flatMap((scenario) =>
      sectionOf(
        scenario,
        cases.filter((one) => one.scenario === scenario).map(({ id }) => id),
      ),
    ),
    '<Section id="runs" title="Every run" evidence>',
    '',
    '<EveryRun />',
    '',
    '</Section>',
    '',
  ].join('\n');
}

function sectionOf(scenario: Scenario, cases: readonly string[]): string[] {
  return [
    `<Section id="${scenario.id}" title=${JSON.stringify(scenario.title)}>`,
    '',
    scenario.work,
    '',
    `<Figure case="${cases.join(' ')}" measures="${scenario.measures[0]?.id}" />`,
    '',
    `<Programs scenario="${scenario.id}" />`,
    '',
    '</Section>',
    '',
  ];
}

/** "Sorting" of a scenario with one case; with several their names stand behind it. */
function caseTitle({ title, cases }: Scenario, id: string): string {
  return cases.length === 1 ? title : `${title}, ${id.split('/')[1]}`;
}

/** Its main measure; of memory both ways to count it, where it compares both. */
function toldBy({ measures: [main, ...others] }: Scenario): string {
  const memory = ['peakTree', 'peakProcess'];
  if (main === undefined || !memory.includes(main.id)) return main?.id ?? '';
  const other = others.find(({ id, matters }) => memory.includes(id) && matters !== undefined);
  return other === undefined ? main.id : `[${main.id}, ${other.id}]`;
}

function wordOf({ measures }: Scenario): string {
  return measures[0]?.unit === 'ns' ? 'time' : measures[0]?.unit === 'bytes' ? 'memory' : 'amount';
}

/** "my-report" as a title: "My report". */
function titleOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
