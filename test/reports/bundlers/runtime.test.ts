import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import bundlers from '../../../runners/runtimes/bundlers/runtime.ts';
import { createHost } from '../../../src/measure/host.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'steelyard-bundlers-'));
const cache = join(folder, 'cache');
beforeEach(() => rmSync(cache, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

function find(env: Record<string, string | undefined> = process.env) {
  return bundlers.find(createHost({ root, cache, say: () => {}, env }).host);
}

describe('bundlers', () => {
  it('are not here where the variable names no Node', async () => {
    for (const node of [join(folder, 'nothing'), '/bin/true'])
      expect(await find({ ...process.env, STEELYARD_NODE: node })).toEqual({
        available: false,
        reason: expect.stringMatching(/^STEELYARD_NODE doesn't name a Node\. See/) as string,
      });
  });

  it('are not here without npm, or without a network where they were never fetched', async () => {
    expect(await find({ PATH: folder })).toEqual({
      available: false,
      reason: 'There is no "npm" on PATH to install the bundlers with.',
    });
    vi.stubEnv('npm_config_offline', 'true');
    vi.stubEnv('npm_config_cache', join(folder, 'npm'));
    expect(await find()).toEqual({
      available: false,
      reason: expect.stringMatching(/^npm couldn't install the bundlers: .*ENOTCACHED/) as string,
    });
    expect(readdirSync(cache)).toEqual([]);
  });
});
