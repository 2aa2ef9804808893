/** Two commands in scopes of their own, where this user's systemd starts such. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { whyNoScope } from '../../src/measure/systemd-scope.ts';

const source = join(import.meta.dirname, '..', '..', 'src');
const why = process.platform === 'linux' ? await whyNoScope() : 'no systemd';

/** Enters a scope, says its process' number and where its groups are made, ends as a line on standard input says. */
const program = `
import { enterScope } from '${source}/commands/scope.ts';
import { SCOPE_VARIABLE, startAgainInScope, settleInScope } from '${source}/measure/systemd-scope.ts';
import { ownPlaces, tryPlace } from '${source}/measure/cgroup-try.ts';
const unit = process.env[SCOPE_VARIABLE];
if (unit === undefined) startAgainInScope();
await enterScope();
const [own, place] = await ownPlaces();
const works = await tryPlace(place, async () => true);
console.log(JSON.stringify({ pid: process.pid, argument: process.argv.at(-1), unit, own, place, works,
  left: process.env[SCOPE_VARIABLE] ?? null }));
process.stdin.on('data', (code) => process.exit(Number(code)));
`;

interface Told {
  readonly pid: number;
  readonly argument: string;
  readonly unit: string;
  readonly own: { readonly folder: string };
  readonly place: { readonly folder: string };
  readonly works: boolean;
  readonly left: string | null;
}

function start(argument: string): { child: ChildProcess; told: Promise<Told> } {
  const args = ['--input-type=module-typescript', '--eval', program, argument];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const told = new Promise<Told>((resolve) =>
    child.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString()) as Told)),
  );
  return { child, told };
}

const endOf = (child: ChildProcess): Promise<unknown[]> =>
  new Promise((resolve) => child.once('exit', (...how) => resolve(how)));

test('two scopes at once have places of their own, or it is said why there are none', async () => {
  if (why !== undefined) {
    expect(why).not.toBe('');
    return;
  }
  const [first, second] = [start('one'), start('two words')];
  const [one, two] = [await first.told, await second.told];
  for (const [told, { child }] of [
    [one, first],
    [two, second],
  ] as const) {
    expect(told).toMatchObject({ pid: child.pid, works: true, left: null });
    expect(told.own.folder).toBe(join(told.place.folder, 'harness'));
    expect(told.place.folder.endsWith(`/${told.unit}`)).toBe(true);
    expect(existsSync(told.own.folder)).toBe(true);
  }
  expect(two.argument).toBe('two words');
  expect(one.place.folder).not.toBe(two.place.folder);
  expect(dirname(one.place.folder)).toBe(dirname(two.place.folder));

  const ended = endOf(first.child);
  first.child.stdin!.write('7\n');
  expect(await ended).toEqual([7, null]);
  await expect.poll(() => existsSync(one.place.folder)).toBe(false);
  expect(existsSync(two.own.folder)).toBe(true);

  const killed = endOf(second.child);
  second.child.kill('SIGTERM');
  expect(await killed).toEqual([null, 'SIGTERM']);
  await expect.poll(() => existsSync(two.place.folder)).toBe(false);
});
