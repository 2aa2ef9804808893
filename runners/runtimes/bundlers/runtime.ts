import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { defineRuntime } from 'steelyard';
import type { FoundRuntime, Host, MissingRuntime } from 'steelyard';
import { installPackages, LOCKED } from './install.ts';

const VARIABLE = 'STEELYARD_NODE';
const GET_ANOTHER = `See https://nodejs.org for how to get it, then set ${VARIABLE} to it.`;

/** Bundlers are packages of npm, started by a shell as in a project's own script. Most of them run in Node. */
export default defineRuntime({
  id: 'bundlers',
  title: 'Bundlers',
  homepage: 'https://www.npmjs.com',
  find,
});

/** The Node that `STEELYARD_NODE` names, else the one that runs Steelyard, with the packages of the lock. */
async function find(host: Host): Promise<FoundRuntime | MissingRuntime> {
  const node = realFile(host.env[VARIABLE] ?? process.execPath);
  const said = node === undefined ? undefined : await host.run(node, ['--version']);
  const version = /^v(\d+\.\d+\.\d+)\s*$/.exec(said?.stdout ?? '')?.[1];
  if (node === undefined || version === undefined)
    return { available: false, reason: `${VARIABLE} doesn't name a Node. ${GET_ANOTHER}` };

  const lockSha256 = sha256(readFileSync(join(LOCKED, 'package-lock.json')));
  const installed = await installPackages(host, node, `${version}-${lockSha256.slice(0, 12)}`);
  if ('reason' in installed) return { available: false, reason: installed.reason };

  const { modules, commands, dependencies, missing } = installed;
  const shellSha256 = await host.sha256(realpathSync('/bin/sh'));
  const nodeSha256 = await host.sha256(node);
  host.watch(modules, ['.cache']);
  return {
    available: true,
    version,
    label: `Node.js ${version}`,
    getAnother: GET_ANOTHER,
    binary: node,
    binarySha256: sha256(`${shellSha256}\n${nodeSha256}\n`),
    command: ['/bin/sh'],
    environment: { PATH: `${commands}:/usr/bin:/bin`, MODULES: modules },
    dependencies,
    lockSha256,
    missing,
    facts: {
      node: version,
      binary: 'binary hash covers the shell and Node: sha256 of both hashes, a line each',
      shellSha256,
      nodeSha256,
    },
  };
}

function realFile(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
