/** A pinned package of the npm registry as an input: fetched by npm, held against its integrity, unpacked by tar. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageInput } from '../scenario/input.ts';
import { runCommand } from './run.ts';

/** @returns why it can't be had; undefined where it stands in the folder now */
export async function fetchPackage(
  { package: name, version, integrity }: PackageInput,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const wanted = `${name}@${version}`;
  const pack = ['pack', wanted, '--json', '--pack-destination', folder, '--ignore-scripts'];
  const fetched = await runCommand('npm', pack, { cwd: folder, signal });
  if (fetched.exitCode !== 0)
    return `The package ${wanted} can't be fetched by npm: ${fetched.stderr.trim().split('\n')[0] ?? ''}`;
  const file = join(folder, fileIn(fetched.stdout));
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (found !== integrity)
    return `The package ${wanted} has the integrity ${found}, and not the one that the scenario states. Compare it with the lock of its project.`;
  const unpacked = await runCommand('tar', ['-xzf', file, '-C', folder], { signal });
  rmSync(file);
  return unpacked.exitCode === 0
    ? undefined
    : `The package ${wanted} can't be unpacked by tar: ${unpacked.stderr.trim()}`;
}

/** Name of the archive, as npm tells it. */
function fileIn(said: string): string {
  const [one] = JSON.parse(said) as { filename: string }[];
  return one!.filename.replace('@', '').replace('/', '-');
}
