/** Inputs that a generator makes: twice, before one is kept. */
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeInput } from '../../src/measure/input.ts';
import { inputSchema } from '../../src/scenario/input.ts';
import { temporaryFolder } from './make-world.ts';

const begin = `
import { mkdirSync, writeFileSync } from 'node:fs';
const given = Object.fromEntries(process.argv.slice(2).map((word) => word.slice(2).split('=')));
`;

/** What comes of a generator, and what is kept in the cache. */
async function make(program: string) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'inputs'));
  writeFileSync(join(folder, 'inputs', 'lines.mjs'), begin + program);
  const made = await makeInput({
    name: 'text',
    input: inputSchema.parse({ generator: 'lines.mjs', seed: 7 }),
    parameters: {},
    others: new Map(),
    runners: folder,
    cache: join(folder, 'cache'),
    command: [process.execPath],
    say: () => undefined,
  });
  return { made, kept: readdirSync(join(folder, 'cache', 'inputs')) };
}

describe('a generator', () => {
  it('that gives the same twice has its input kept', async () => {
    const { made, kept } = await make('writeFileSync(given.out, given.seed);');
    expect(made).toMatchObject({ bytes: 1, from: 'lines.mjs, seed 7' });
    expect('path' in made && readFileSync(made.path, 'utf8')).toBe('7');
    expect(kept).toHaveLength(1);
  });

  it.each([
    ['a file', 'writeFileSync(given.out, String(Math.random()));', 'it is another'],
    [
      'a file of a folder',
      `mkdirSync(given.out);
       writeFileSync(given.out + '/a', 'a');
       writeFileSync(given.out + '/b', given.out);`,
      'b is another',
    ],
  ])('that gives another one is refused: %s', async (_, program, which) => {
    const { made, kept } = await make(program);
    expect(made).toEqual({
      reason: `The input "text" could not be made by lines.mjs: made a second time with the same arguments ${which}. Take what is random from --seed alone, and write no time and no path into it.`,
      isMistake: true,
    });
    expect(kept).toEqual([]);
  });

  it('that fails is told by its error and the place', async () => {
    const { made } = await make('given.out.missing();');
    expect(made).toEqual({
      reason:
        'The input "text" could not be made by lines.mjs: TypeError: given.out.missing is not a function (lines.mjs:4)',
      isMistake: true,
    });
  });
});
