import { readFile, realpath } from 'node:fs/promises';
import { defineRuntime } from 'steelyard';
import type { FoundRuntime, Host, MissingRuntime } from 'steelyard';
import { readBuildInfo } from './build-info.ts';

const VARIABLE = 'STEELYARD_DUSO';
const INSTALLING = 'https://duso.rocks/download or https://github.com/duso-org/duso';
const GET_IT = `See ${INSTALLING} for how to get it, then put it on PATH or set ${VARIABLE} to the binary.`;

/** Build settings worth recording; others may hold paths of the machine that built it. */
const RECORDED_SETTINGS = [
  'CGO_ENABLED',
  'GOAMD64',
  'GOARM64',
  '-trimpath',
  'vcs.revision',
  'vcs.time',
  'vcs.modified',
];

export default defineRuntime({
  id: 'duso',
  title: 'Duso',
  homepage: 'https://duso.rocks',
  find,
});

/** Duso is found, never fetched or built: first `STEELYARD_DUSO`, then PATH. */
async function find(host: Host): Promise<FoundRuntime | MissingRuntime> {
  const fromVariable = host.env[VARIABLE];
  const started = fromVariable || host.which('duso');
  if (!started) {
    return missing(`There is no "duso" on PATH, and ${VARIABLE} isn't set. ${GET_IT}`);
  }
  const origin = fromVariable ? `What ${VARIABLE} points to` : 'The "duso" on PATH';

  const said = await host.run(started, ['-version'], { timeoutS: 20 });
  const version = /^v?(\d+\.\d+\S*)$/.exec(said.stdout.trim())?.[1];
  if (said.exitCode !== 0 || version === undefined) {
    return missing(`${origin} doesn't answer "-version" as Duso does, or isn't there. ${GET_IT}`);
  }

  const binary = await realpath(started);
  const known = facts(await readFile(binary));
  return {
    available: true,
    version,
    label: `Duso v${version}${known['go'] === undefined ? '' : ` (${known['go']})`}`,
    getAnother: GET_IT,
    binary,
    binarySha256: await host.sha256(binary),
    command: [binary],
    dependencies: {},
    missing: {},
    facts: known,
  };
}

function missing(reason: string): MissingRuntime {
  return { available: false, reason };
}

function facts(binary: Buffer): Record<string, string> {
  const info = readBuildInfo(binary);
  if (info === undefined) return { origin: 'the binary says nothing of its build' };

  const found: Record<string, string> = {
    go: info.goVersion,
    origin: originOf(info.moduleVersion),
  };
  for (const name of RECORDED_SETTINGS) {
    const value = info.settings[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** How the binary came to be, as far as it tells: Go writes "(devel)" when it builds a folder. */
function originOf(moduleVersion: string | undefined): string {
  if (moduleVersion === undefined || moduleVersion === '') return 'the binary names no module';
  if (moduleVersion === '(devel)') return 'built from a source folder';
  return `built from the module's version ${moduleVersion}`;
}
