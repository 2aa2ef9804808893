/** What tools say was copied from drawings without the part, on a full disk, and on one that can't be written. */
import { describe, expect, it } from 'vitest';
import { explainDrawing } from '../../src/drawing/explain.ts';

const machine = 'linux-x64-gnu';
const asSaid: [string, string, string][] = [
  [
    'rolldown',
    `Error: Cannot find native binding. npm has a bug related to optional dependencies\n    at file:///p/node_modules/rolldown/dist/shared/binding.mjs:599:34\n  cause: Error: Cannot find module '@rolldown/binding-wasm32-wasi'`,
    'rolldown',
  ],
  [
    'resvg',
    `Cannot find module '@resvg/resvg-js-${machine}'\nRequire stack:\n- /a/js-binding.js`,
    `@resvg/resvg-js-${machine}`,
  ],
  [
    'lightningcss',
    `[lightningcss minify] Cannot find module '../lightningcss.${machine}.node'\nRequire stack:`,
    `lightningcss.${machine}.node`,
  ],
  [
    'satteri',
    `Error: Cannot find native binding.\n  cause: Error: Cannot find module '@bruits/satteri-${machine}'`,
    `@bruits/satteri-${machine}`,
  ],
];

describe('a drawing that failed for what the machine lacks', () => {
  it.each(asSaid)('names the part of %s that npm left out, and how to get it', (_, said, part) => {
    const problem = explainDrawing(said);
    expect(problem?.kind).toBe('blocked');
    expect(problem?.message).toContain(`(${part})`);
    expect(problem?.message).toMatch(/Run "npm ci" here, without --omit=optional/);
    expect(problem?.message).not.toContain('\n');
  });

  it('says so where a part is there but doesn’t run', () => {
    const said = `Error: /lib/libc.so.6: version 'GLIBC_2.38' not found\n  code: 'ERR_DLOPEN_FAILED'`;
    expect(explainDrawing(said)?.message).toContain("doesn't run. npm leaves");
  });

  it.each([
    ["EACCES: permission denied, mkdir '/p/.astro'", "/p/.astro can't be written (EACCES)"],
    ["EROFS: read-only file system, open '/p/a.json'", "/p/a.json can't be written (EROFS)"],
    ['ENOSPC: no space left on device, write', 'No space left for the pages.'],
  ])('says "%s" in a sentence', (said, expected) => {
    const problem = explainDrawing(`[@astrojs/mdx] ${said}\n  Stack trace:\n    at open (node:fs)`);
    expect(problem?.kind).toBe('blocked');
    expect(problem?.message).toContain(expected);
  });

  it('says that the memory did not suffice', () => {
    const said = 'FATAL ERROR: Reached heap limit - JavaScript heap out of memory';
    expect(explainDrawing(said)?.message).toContain('The memory did not suffice');
  });

  it('leaves a mistake in a document to those who know it', () => {
    expect(explainDrawing("Cannot find module './picture.png' in content/a/index.mdx")).toBe(
      undefined,
    );
    expect(explainDrawing('Expected a closing tag for `<Note>`')).toBe(undefined);
  });
});
