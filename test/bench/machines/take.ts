/** Makes a reference of so many cases and so many variants of it, gathers them, asks them, and draws. Prints what that took. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  readonly sessionMB: number;
  readonly gatherS: number;
  readonly gatherMB: number;
  readonly askS: number;
  readonly askMB: number;
  readonly drawS: number;
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
const drawn = performance.now();
await render({ name, data, content });
const drawS = (performance.now() - drawn) / 1000;
const sessionMB = statSync(join(original, 'records.jsonl')).size / 1e6;
console.log(JSON.stringify({ machines, sessionMB, gatherS, gatherMB, ...asked, drawS }));
rmSync(folder, { recursive: true, force: true });

/** One after the other, as they would come: what is handed over is removed again. */
async function gatherAll(): Promise<number> {
  const report = readReport(content, REPORT);
  const { session } = readSession(original);
  let seconds = 0;
  for (const [place, id] of ids().entries()) {
    const given = join(folder, 'given', id);
    mkdirSync(join(folder, 'given'), { recursive: true });
    writeVariant(original, given, { cpu: id, record: slowerBy(place + 1) });
    const begun = performance.now();
    const options = { report, replications, reference: session, sameKind: false };
    const { refused } = await gatherFrom([given], options);
    seconds += (performance.now() - begun) / 1000;
    if (refused.length > 0) throw new Error(refused[0]!.reason);
    rmSync(given, { recursive: true });
  }
  return seconds;
}

/** In a process of its own: what the pages ask for, and no more. */
function ask(): { askS: number; askMB: number } {
  const program = join(import.meta.dirname, 'ask.ts');
  const env = { ...process.env, STEELYARD_DATA: data, STEELYARD_CONTENT: content };
  const text = execFileSync(process.execPath, [program, REPORT], { encoding: 'utf8', env });
  return JSON.parse(text) as { askS: number; askMB: number };
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
