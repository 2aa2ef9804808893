import { checkProject } from '../check/check.ts';
import type { Checked } from '../check/checked.ts';
import { colours } from '../measure/colours.ts';
import type { Places } from '../places.ts';
import { withInterruption } from '../terminal/interruption.ts';
import type { Output } from '../terminal/output.ts';
import { chooseReport } from './choose-report.ts';

export interface CheckFlags {
  readonly report?: string;
  readonly withoutPrograms?: boolean;
}

/**
 * Says of each thing that must hold for the reports whether it does, and what to do where it doesn't.
 *
 * @returns whether nothing was found
 */
export async function check(flags: CheckFlags, places: Places, output: Output): Promise<boolean> {
  const report = flags.report === undefined ? undefined : chooseReport(places, flags.report);
  const withPrograms = flags.withoutPrograms !== true;
  const checks = await withInterruption((signal) =>
    checkProject({ report, withPrograms, signal }, places, output, (one) => show(one, output)),
  );
  output.result(checks);
  return checks.every(({ state }) => state !== 'wrong');
}

const marks: Readonly<Record<Checked['state'], string>> = {
  right: colours.green('✔'),
  wrong: colours.red('✖'),
  untold: colours.yellow('–'),
};

function show({ state, report, looked, findings, notes }: Checked, output: Output): void {
  const say = (line: string): void => (state === 'wrong' ? output.tell(line) : output.say(line));
  say(`${marks[state]} ${report === undefined ? '' : `${report}: `}${looked}`);
  for (const finding of findings) say(indented(finding));
  for (const note of notes) output.say(indented(note));
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
