/** What is right in a case, where it isn't the last line of a program that says so. */
import type { SessionCase } from '../store/schema.ts';

/** "all give the same output"; undefined where programs say it themselves. */
export function judgingWords({ check, checkFiles = [] }: SessionCase): string | undefined {
  if (check === undefined) return undefined;
  if (check.none !== undefined) return `only the exit code is looked at. ${check.none}`;
  const judge = checkFiles[0]?.path.split('/').at(-1);
  const said = [
    check.stdout && stdoutWords(check.stdout),
    check.files && `${judge} judges the files that are written`,
    check.agree &&
      (check.agree.on === 'files' ? 'all write the same files' : 'all give the same output'),
  ];
  return said.filter(Boolean).join('; ');
}

type Stdout = NonNullable<NonNullable<SessionCase['check']>['stdout']>;

function stdoutWords(rule: Stdout): string {
  if ('sha256' in rule) return `the output has the sha256 ${rule.sha256.slice(0, 12)}`;
  if (!('number' in rule)) return 'the output is a stated text';
  const within = rule.within === undefined ? '' : ` to within ${rule.within * 100}%`;
  return `a number in the output is the right one${within}`;
}
