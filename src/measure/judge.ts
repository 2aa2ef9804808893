/** Whether what a program gave is right. A judge of the project's own runs outside of everything that is measured. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expectedValue } from '../scenario/expected.ts';
import type { Judging } from '../scenario/judging.ts';
import type { InvocationRecord } from '../store/record-schema.ts';
import { checkAnswer, type CheckedAnswer, type ProgramMeasure } from './answer.ts';
import { launch } from './launch.ts';
import type { Launched } from './launched.ts';
import { normalise } from './normalise.ts';
import type { Output } from './output.ts';
import { givenArguments, type Setting } from './request.ts';
import { howItEnded, StepError } from './run-step.ts';
import { lastStderrLines } from './scrub.ts';
import { shown } from './show.ts';
import { lookAtFiles } from './tree-of-files.ts';
import { uncaughtError } from '../scenario/uncaught.ts';
import { copyFiles } from './workplace.ts';

export type Judged = CheckedAnswer & { readonly gave?: InvocationRecord['gave'] };

type Stdout = NonNullable<Judging['stdout']>;
type Agree = NonNullable<Judging['agree']>;

const right: CheckedAnswer = { right: true, measures: {} };
const wrong = (reason: string): CheckedAnswer => ({ right: false, reason });

/**
 * Everything that the scenario says is right has to hold.
 *
 * @throws StepError where the judge fails, or an output is too long to be judged
 */
export async function judge(
  setting: Setting,
  launched: Launched,
  signal: AbortSignal | undefined,
): Promise<Judged> {
  const { expected, judging, programMeasures } = setting.invocation;
  const line = expected && { answer: expected, measures: programMeasures, wallNs: launched.wallNs };
  const said = line === undefined ? right : checkAnswer(launched.stdout?.kept ?? '', line);
  if (!said.right || judging === undefined) return said;
  const text = judging.stdout && judgeText(judging.stdout, launched.stdout, setting);
  if (text !== undefined) return wrong(text);
  const files = judging.files ? await askJudge(setting, signal) : right;
  if (!files.right) return files;
  const gave = judging.agree && whatItGave(judging.agree, launched.stdout, setting);
  return { right: true, measures: { ...said.measures, ...files.measures }, ...(gave && { gave }) };
}

/** What is wrong with the standard output. */
function judgeText(
  rule: Stdout,
  stdout: Output | undefined,
  { invocation: { parameters } }: Setting,
): string | undefined {
  const text = wholeText(stdout);
  if ('sha256' in rule) {
    const found = createHash('sha256').update(text).digest('hex');
    return found === rule.sha256
      ? undefined
      : `expected an output with the sha256 ${rule.sha256}, found ${found}`;
  }
  if (!('number' in rule)) {
    const bare = (one: string): string => one.replace(/\r?\n$/, '');
    return bare(text) === bare(rule.is)
      ? undefined
      : `expected the output ${shown(rule.is)}, found ${shown(text)}`;
  }
  const captured = new RegExp(rule.number).exec(text)?.[1];
  if (captured === undefined || captured.trim() === '' || Number.isNaN(Number(captured)))
    return `expected a number where /${rule.number}/ captures it, found ${shown(captured ?? text)}`;
  const value = Number(expectedValue(rule.is, parameters));
  const most = Math.abs(value) * (rule.within ?? 0);
  if (Math.abs(Number(captured) - value) <= most) return undefined;
  const range = rule.within === undefined ? '' : ` to within ${rule.within * 100}%`;
  return `expected ${value}${range}, found ${captured}`;
}

/** @throws StepError where only the end of it was kept */
function wholeText(stdout: Output | undefined): string {
  const { kept = '', bytes = 0 } = stdout ?? {};
  if (bytes > Buffer.byteLength(kept))
    throw new StepError(
      `the output is ${bytes} bytes long, and no more than a megabyte of it can be judged: have it written into {out}, and judge "files"; where all have to agree, leave out "after"`,
    );
  return kept;
}

/** What all have to give: the same hash. */
function whatItGave(
  { on, after }: Agree,
  stdout: Output | undefined,
  { workplace }: Setting,
): NonNullable<InvocationRecord['gave']> {
  const change = after.length === 0 ? undefined : (text: string) => normalise(text, after);
  if (on === 'files') {
    const { sha256, bytes } = lookAtFiles(workplace.out!, change);
    return { sha256, begins: `files of ${bytes} bytes` };
  }
  const { bytes = 0, xxh64, kept = '' } = stdout ?? {};
  if (change === undefined && xxh64 !== undefined && bytes > Buffer.byteLength(kept)) {
    const sha256 = createHash('sha256').update(`${bytes} ${xxh64}`).digest('hex');
    return { sha256, begins: shown(kept.slice(0, 40)) };
  }
  const text = change === undefined ? wholeText(stdout) : change(wholeText(stdout));
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { sha256, begins: shown(text.slice(0, 40)) };
}

/**
 * Has the project's own judge look at the files. It ends with 0, or with 1 and a sentence on standard error that says what
 * is wrong. Any other end is the judge's own failure, as is an error that nobody caught: several languages end with 1 then.
 */
async function askJudge(setting: Setting, signal: AbortSignal | undefined): Promise<CheckedAnswer> {
  const { invocation, world, workplace } = setting;
  const { command, program } = invocation.judge!;
  const folder = copyFiles(program, join(workplace.folder, 'judge'));
  const launched = await launch(
    world.launcher,
    {
      command: [...command, join(folder, program.files[0]!), ...givenArguments(setting)],
      cwd: folder,
      environment: { ...invocation.environment, ...workplace.environment },
      timeoutMs: invocation.timeoutMs,
      cores: world.affinity,
      join: [],
      writes: [],
    },
    { signal },
  );
  const file = program.files[0]!;
  const { end, timedOut, stdout, stderr } = launched;
  const code = end.kind === 'exited' && !timedOut ? end.exitCode : undefined;
  if (code === 0) return measuresOf(invocation.judgeMeasures ?? [], stdout?.kept ?? '', file);
  const kept = stderr?.kept ?? '';
  const error = uncaughtError(kept);
  const said = lastStderrLines(kept, workplace.names)?.split('\n').at(-1);
  if (code === 1 && error === undefined && said !== undefined) return wrong(`${file}: ${said}`);
  const how = howItEnded(launched, invocation.timeoutMs);
  const words = error ?? said ?? 'it has to say on standard error what is wrong';
  throw new StepError(`the check ${file} failed itself: ${how}: ${words}`);
}

/** What the judge counted, if it has to. */
function measuresOf(
  measures: readonly ProgramMeasure[],
  stdout: string,
  file: string,
): CheckedAnswer {
  if (measures.length === 0) return right;
  const said = checkAnswer(stdout, { answer: {}, measures });
  if (said.right) return said;
  throw new StepError(`the check ${file}: ${said.reason}`);
}
