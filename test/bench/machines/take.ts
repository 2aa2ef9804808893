/** Makes a reference of so many cases and so many variants of it, gathers them, asks them, and draws. Prints what that took. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gatherFrom } from '../../../src/gather/gather.ts';
import { withReplications } from '../../../src/site/pins.ts';
import { readReport } from '../../../src/site/reports.ts';
import { readSession } from '../../../src/store/read.ts';
import { reference } from '../../fixtures/make-site-data.ts';
import { slowerBy, writeVariant } from '../../fixtures/variant.ts';
import { pinnedContent, render, testFolder } from '../../site/render.ts';
import { makeManyCases } from '../pages/many-cases.ts';

export interface Taken {
  readonly machines: number;
  readonly cases: number;
  readonly sessionMB: number;
  readonly gatherS: number;
  readonly gatherMB: number;
  readonly askS: number;
  readonly askMB: number;
  readonly drawS: number;
  readonly drawMB: number;
}

const REPORT = 'duso-vs-python';
const [machines = 1, cases = 22] = process.argv.slice(2).map(Number);
const name = `bench-machines-${machines}-${cases}`;
const folder = testFolder(name);
rmSync(folder, { recursive: true, force: true });
const data = join(folder, 'data');
makeManyCases(data, cases);
const content = pinnedContent(name, reference.id);
const original = join(data, 'sessions', reference.id);
const replications = join(data, 'replications');

const gatherS = await gatherAll();
const gatherMB = peakMB();
const page = join(content, REPORT, 'index.mdx');
writeFileSync(page, withReplications(readFileSync(page, 'utf8'), ids()));
const asked = ask();
const peak = join(folder, 'peak.txt');
const drawn = performance.now();
await render({ name, data, content, env: withPeak(peak) });
const drawS = (performance.now() - drawn) / 1000;
const drawMB = Math.max(...readFileSync(peak, 'utf8').trimEnd().split('\n').map(Number));
const sessionMB = statSync(join(original, 'records.jsonl')).size / 1e6;
console.log(
  JSON.stringify({ machines, cases, sessionMB, gatherS, gatherMB, ...asked, drawS, drawMB }),
);
rmSync(folder, { recursive: true, force: true });

/** All at once. What is handed over is removed again. */
async function gatherAll(): Promise<number> {
  const report = readReport(content, REPORT);
  const { session } = readSession(original);
  const given = join(folder, 'given');
  mkdirSync(given);
  for (const [place, id] of ids().entries())
    writeVariant(original, join(given, id), { cpu: id, record: slowerBy(place + 1) });
  const begun = performance.now();
  const options = { report, replications, reference: session, sameKind: false };
  for await (const one of gatherFrom([given], options))
    if ('refused' in one) throw new Error(one.refused);
  const seconds = (performance.now() - begun) / 1000;
  rmSync(given, { recursive: true });
  return seconds;
}

/** In a process of its own: what the pages ask for, and no more. */
function ask(): { askS: number; askMB: number } {
  const program = join(import.meta.dirname, 'ask.ts');
  const env = { ...process.env, STEELYARD_DATA: data, STEELYARD_CONTENT: content };
  const text = execFileSync(process.execPath, [program, REPORT], { encoding: 'utf8', env });
  return JSON.parse(text) as { askS: number; askMB: number };
}

/** The drawing is a process of its own; it says what it took when it ends. */
function withPeak(file: string): Record<string, string> {
  const program = pathToFileURL(join(import.meta.dirname, 'peak.mjs')).href;
  return { BENCH_PEAK: file, NODE_OPTIONS: `--import=${program}` };
}

function ids(): string[] {
  return Array.from(
    { length: machines },
    (_, place) => `machine-${String(place).padStart(3, '0')}`,
  );
}

function peakMB(): number {
  return process.resourceUsage().maxRSS / 1000;
}
