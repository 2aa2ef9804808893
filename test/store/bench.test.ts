import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBenches, type BenchRun } from '../../src/store/bench.ts';

const run: BenchRun = {
  schema: 1,
  name: 'launcher',
  title: 'How true is the stopwatch?',
  at: '2026-11-24T10:00:00.000Z',
  commit: '0'.repeat(40),
  dirty: false,
  machine: { cpu: 'A processor', usableCores: 2, os: 'Linux' },
  lines: ['1 ms: +0.02 ms'],
  missed: [],
};

/** Gone after the test. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'steelyard-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function dataWith(files: Readonly<Record<string, unknown>>): string {
  const data = emptyFolder();
  mkdirSync(join(data, 'bench'));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(data, 'bench', name), JSON.stringify(content));
  return data;
}

describe('kept benches', () => {
  it('are read in the order of their names', () => {
    const data = dataWith({ 'b.json': { ...run, name: 'b' }, 'a.json': { ...run, name: 'a' } });
    expect(readBenches(data).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('are none where none was kept', () => {
    expect(readBenches(emptyFolder())).toEqual([]);
  });

  it('name the file and the way out where one is wrong', () => {
    const data = dataWith({ 'launcher.json': { ...run, lines: 'none' } });
    expect(() => readBenches(data)).toThrow(/launcher\.json is no kept bench[^]*-- --keep/);
  });
});
