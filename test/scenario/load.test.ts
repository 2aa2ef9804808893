import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRuntimes, loadScenarios } from '../../src/scenario/load.ts';

const fixture = join(import.meta.dirname, '..', 'fixtures', 'runners');
let runners = '';

beforeEach(() => {
  runners = mkdtempSync(join(tmpdir(), 'steelyard-load-'));
  cpSync(fixture, runners, { recursive: true });
});
afterEach(() => rmSync(runners, { recursive: true }));

describe('loading scenarios', () => {
  it('gives them in the order of their names', async () => {
    const scenarios = await loadScenarios(runners);
    expect(scenarios.map(({ id }) => id)).toEqual([
      'ask',
      'count',
      'hang',
      'trouble',
      'wait',
      'wrong',
    ]);
  });

  it('names the file that can not be parsed', async () => {
    writeFileSync(join(runners, 'scenarios', 'broken.ts'), 'export default {');
    await expect(loadScenarios(runners)).rejects.toThrow(/broken\.ts can't be loaded/);
  });

  it('names the line of a mistake in the file, and of an error that it throws', () => {
    const load = `import(process.argv[1]).then(({ loadScenarios }) => loadScenarios(process.argv[2]))`;
    const module = join(import.meta.dirname, '..', '..', 'src', 'scenario', 'load.ts');
    for (const text of ['\n\nconst a = ;', '\n\nnothing.at = 1;']) {
      writeFileSync(join(runners, 'scenarios', 'a.ts'), text);
      // Node itself, since tests have their files read by something else.
      const args = [
        '--eval',
        `${load}.catch(({ message }) => console.log(message))`,
        module,
        runners,
      ];
      const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect(stdout).toMatch(/a\.ts can't be loaded: \w+Error.*: .+ \(a\.ts:3\)\n$/);
    }
  });

  it('names the file that exports nothing', async () => {
    writeFileSync(join(runners, 'scenarios', 'empty.ts'), 'export const scenario = {};');
    await expect(loadScenarios(runners)).rejects.toThrow(/empty\.ts has no default export/);
  });

  it('names the file that uses an id a second time', async () => {
    cpSync(join(runners, 'scenarios', 'count.ts'), join(runners, 'scenarios', 'other.ts'));
    await expect(loadScenarios(runners)).rejects.toThrow(/other\.ts: another file .* id "count"/);
  });

  it('says which program of which contestant is missing, and where to write it', async () => {
    rmSync(join(runners, 'runtimes', 'node', 'count.mjs'));
    const path = join(runners, 'runtimes', 'node', 'count.mjs');
    await expect(loadScenarios(runners)).rejects.toThrow(
      `the program of "node-count" is missing. Write ${path}`,
    );
  });

  it('says so when a folder stands in its place, or it can not be read', async () => {
    const path = join(runners, 'runtimes', 'node', 'count.mjs');
    rmSync(path);
    mkdirSync(path);
    await expect(loadScenarios(runners)).rejects.toThrow(`"node-count" is no file. Name the file`);
    if (process.getuid?.() === 0) return;
    rmSync(path, { recursive: true });
    writeFileSync(path, '', { mode: 0o000 });
    await expect(loadScenarios(runners)).rejects.toThrow(`can't be read. Make ${path} readable`);
  });

  it('says so when a helper is missing', async () => {
    rmSync(join(runners, 'runtimes', 'node', 'say.mjs'));
    await expect(loadScenarios(runners)).rejects.toThrow('a helper of "node-ask" is missing');
  });

  /** Changes a scenario: one that counts. */
  function editCount(before: string, after: string): void {
    const file = join(runners, 'scenarios', 'count.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
  }

  it('says that there is no such runtime, and which was probably meant', async () => {
    editCount("runtime: 'node'", "runtime: 'ndoe'");
    await expect(loadScenarios(runners)).rejects.toThrow(
      `"node-count" runs with "ndoe", and there is no such runtime in ${join(runners, 'runtimes', 'ndoe')}: did you mean "node"? There are: absent, node, shell. Mend the name, or begin it: npx steelyard new runtime ndoe`,
    );
  });

  it('says that there is no folder of a tool that builds, and which was probably meant', async () => {
    editCount("runtime: 'node', program", "build: ['nod', '{out}'], program");
    await expect(loadScenarios(runners)).rejects.toThrow(
      /"node-count" is built by the tool "nod", .* no such folder: did you mean "node"\? Mend the first word/,
    );
  });

  it('calls a generator that is missing a generator', async () => {
    editCount('contestants:', "inputs: { text: { generator: 'lines.mjs' } },\n  contestants:");
    await expect(loadScenarios(runners)).rejects.toThrow(
      /count\.ts: the generator of the input "text" is missing\. Write .*inputs\/lines\.mjs/,
    );
  });

  it('says so when the program of a service is missing', async () => {
    rmSync(join(runners, 'services', 'answering.ts'));
    await expect(loadScenarios(runners)).rejects.toThrow(
      /ask\.ts: the service's program is missing/,
    );
  });

  it('names the folder when there is none', async () => {
    await expect(loadScenarios(join(runners, 'nowhere'))).rejects.toThrow(
      /no scenarios: .*nowhere/,
    );
  });
});

describe('loading runtimes', () => {
  it('gives them in the order of their folders', async () => {
    const runtimes = await loadRuntimes(runners);
    expect(runtimes.map(({ id }) => id)).toEqual(['absent', 'node', 'shell']);
  });

  it('refuses a runtime whose name is not that of its folder', async () => {
    cpSync(join(runners, 'runtimes', 'shell'), join(runners, 'runtimes', 'bash'), {
      recursive: true,
    });
    await expect(loadRuntimes(runners)).rejects.toThrow(
      /calls itself "shell". Its folder is "bash"/,
    );
  });

  it('says where a package.json belongs that stands beside it', async () => {
    const folder = join(runners, 'runtimes', 'shell');
    writeFileSync(join(folder, 'package.json'), '{ "name": "shell", "type": "commonjs" }');
    await expect(loadRuntimes(runners)).rejects.toThrow(
      `since ${join(folder, 'package.json')} stands beside it and is about other files. Move it with its lock into a folder of its own, such as ${join(folder, 'packages')}.`,
    );
  });

  it('says what a file lacks that is no runtime', async () => {
    writeFileSync(
      join(runners, 'runtimes', 'shell', 'runtime.ts'),
      "export default { id: 'shell' };",
    );
    await expect(loadRuntimes(runners)).rejects.toThrow(
      /runtime\.ts is no runtime: it needs .*find\(\)/,
    );
  });

  it('finds none where there is no folder: scenarios may name tools alone', async () => {
    expect(await loadRuntimes(join(runners, 'nowhere'))).toEqual([]);
  });

  /** Writes a runtime that takes the programs of another one. */
  function writeBuild(id: string, programsOf: string): void {
    mkdirSync(join(runners, 'runtimes', id));
    const fields = `id: '${id}', title: 'T', homepage: 'https://example.org', programsOf: '${programsOf}'`;
    const found = "{ available: false, reason: 'none' }";
    writeFileSync(
      join(runners, 'runtimes', id, 'runtime.ts'),
      `export default { ${fields}, find: async () => (${found}) };`,
    );
  }

  it('takes the programs of a further build from the runtime that it is a build of', async () => {
    writeBuild('node-beta', 'node');
    const file = join(runners, 'scenarios', 'count.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace("runtime: 'node'", "runtime: 'node-beta'"));
    const count = (await loadScenarios(runners)).find(({ id }) => id === 'count');
    const beta = count?.contestants.find(({ runtime }) => runtime === 'node-beta');
    expect(beta?.folder).toBe('node');
  });

  it.each([
    ['a runtime that is not there', 'deno'],
    ['itself', 'node-beta'],
    ['a runtime that has none of its own', 'node-alpha'],
  ])(
    'refuses a build that takes its programs from %s, and names those there are',
    async (_, of) => {
      writeBuild('node-alpha', 'node');
      writeBuild('node-beta', of);
      await expect(loadRuntimes(runners)).rejects.toThrow(
        `takes the programs of "${of}", which is no runtime with programs of its own. There are: "absent", "node", "shell".`,
      );
    },
  );

  it('refuses a build whose folder holds programs', async () => {
    writeBuild('node-beta', 'node');
    writeFileSync(join(runners, 'runtimes', 'node-beta', 'count.mjs'), '');
    await expect(loadRuntimes(runners)).rejects.toThrow('its folder holds count.mjs. Move them');
  });
});
