import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawingAlone } from '../../src/drawing/lock.ts';

import { makeOutput, type Output } from '../../src/terminal/output.ts';

let root = '';
let state = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steelyard-alone-'));
  state = join(root, '.astro');
  mkdirSync(state);
});
afterEach(() => rmSync(root, { recursive: true }));

const hold = (pid: number): void =>
  writeFileSync(join(state, 'steelyard-drawing.lock'), String(pid));

/** Keeps what is said, and does something at once. */
function told(then: () => void = () => undefined): { said: string[]; output: Output } {
  const said: string[] = [];
  const say = (line: string): void => {
    said.push(line);
    then();
  };
  return { said, output: { ...makeOutput({ quiet: true }), say } };
}

describe('a drawing', () => {
  it('goes ahead where nobody draws, and leaves no lock, whether it fails or not', async () => {
    const { signal } = new AbortController();
    const { said, output } = told();
    expect(await drawingAlone({ root }, output, signal, () => Promise.resolve(1))).toBe(1);
    const failing = drawingAlone({ root }, output, signal, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect([said, readdirSync(state)]).toEqual([[], []]);
  });

  it('takes the place of one that was killed', async () => {
    hold(spawnSync('/bin/sh', ['-c', ':']).pid);
    const { signal } = new AbortController();
    const { said, output } = told();
    await drawingAlone({ root }, output, signal, () => Promise.resolve());
    expect([said, readdirSync(state)]).toEqual([[], []]);
  });

  it('waits for another one, says so once, with its process, and goes on when that has ended', async () => {
    hold(process.ppid);
    const { signal } = new AbortController();
    const { said, output } = told(() => rmSync(join(state, 'steelyard-drawing.lock')));
    await drawingAlone({ root }, output, signal, () => Promise.resolve());
    expect(said).toEqual([
      `Waiting for another drawing of this project (process ${process.ppid}). If that process is something else, remove ${join(state, 'steelyard-drawing.lock')}.`,
    ]);
  });

  it('stops waiting when it is interrupted, and leaves the lock to its holder', async () => {
    hold(process.ppid);
    const interruption = new AbortController();
    const { output } = told(() => interruption.abort());
    const work = (): Promise<void> => Promise.reject(new Error('drawn all the same'));
    await expect(drawingAlone({ root }, output, interruption.signal, work)).rejects.toMatchObject({
      kind: 'interrupted',
    });
    expect(readdirSync(state)).toEqual(['steelyard-drawing.lock']);
  });
});
