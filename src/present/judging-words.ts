/** What is right in a case. */
import { expectedValue } from '../scenario/expected.ts';
import type { SessionCase } from '../store/schema.ts';

/** "all give the same output", "the output is "42"": by what an answer was called right. */
export function judgingWords({ check, checkFiles = [], parameters }: SessionCase): string {
  if (check === undefined)
    return 'the last line of the output says the answer that the scenario states, field by field';
  if (check.none !== undefined) return `only the exit code is looked at. ${check.none}`;
  const judge = checkFiles[0]?.path.split('/').at(-1);
  const said = [
    check.stdout && stdoutWords(check.stdout, parameters),
    check.files && `${judge} judges the files that are written`,
    check.agree &&
      (check.agree.on === 'files' ? 'all write the same files' : 'all give the same output'),
  ];
  return said.filter(Boolean).join('; ');
}

type Stdout = NonNullable<NonNullable<SessionCase['check']>['stdout']>;

/** A longer text is cut. */
const MOST_LETTERS = 40;

function stdoutWords(rule: Stdout, parameters: SessionCase['parameters']): string {
  if ('sha256' in rule) return `the output has the sha256 ${rule.sha256.slice(0, 12)}`;
  if (!('number' in rule)) return `the output is ${shortened(rule.is)}`;
  const within = rule.within === undefined ? '' : ` to within ${rule.within * 100}%`;
  return `a number in the output is ${expectedValue(rule.is, parameters)}${within}`;
}

function shortened(text: string): string {
  const all = JSON.stringify(text);
  return all.length <= MOST_LETTERS ? all : `${all.slice(0, MOST_LETTERS)}…`;
}
