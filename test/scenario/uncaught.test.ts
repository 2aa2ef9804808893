/** What is told of an error that ends a program: the error itself, and where, out of what its language prints around it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { uncaughtError } from '../../src/scenario/uncaught.ts';
import { temporaryFile } from '../measure/make-world.ts';

/** What Node says of a program on standard error. */
function saidOf(program: string): string {
  const file = temporaryFile('lines.mjs');
  writeFileSync(file, program);
  return spawnSync(process.execPath, [file], { encoding: 'utf8' }).stderr;
}

describe('an error that nobody caught', () => {
  it.each([
    ['of its own', `\nthrow new TypeError('no lines');`, 'TypeError: no lines (lines.mjs:2)'],
    ['of several lines', `throw new Error('one\\ntwo');`, 'Error: one two (lines.mjs:1)'],
    [
      'after other words',
      `console.error('x');\nnull.x;`,
      /^TypeError: Cannot read .* \(lines\.mjs:2\)$/,
    ],
    ['from below a module of Node', `\nJSON.parse('{');`, /^SyntaxError: .* \(lines\.mjs:2\)$/],
    ['that the grammar has', `\nconst a = ;`, "SyntaxError: Unexpected token ';' (lines.mjs:2)"],
    ['that is a text', `throw 'no lines';`, 'no lines'],
    [
      'that was caught, told whole',
      `console.error(new Error('no')); process.exit(1)`,
      'Error: no (lines.mjs:1)',
    ],
    [
      'of a module that isn’t there',
      `import './no.mjs';`,
      /^Error \[ERR_MODULE_NOT_FOUND\]: Cannot find module/,
    ],
  ])('%s is told with its place', (_, program, error) => {
    expect(uncaughtError(saidOf(program))).toEqual(
      typeof error === 'string' ? error : expect.stringMatching(error),
    );
  });

  it('is told where the frames stand above it, the last of several', () => {
    const trace = [
      'Traceback (most recent call last):',
      '  File "/somewhere/lines.py", line 2, in <module>',
      '    1/0',
      '    ~^~',
      'ZeroDivisionError: division by zero',
      '',
      'The above exception was the direct cause of the following exception:',
      '',
      'Traceback (most recent call last):',
      '  File "/somewhere/lines.py", line 4, in <module>',
      '    raise RuntimeError("outer") from error',
      'RuntimeError: outer',
    ];
    expect(uncaughtError(trace.join('\n'))).toBe('RuntimeError: outer (lines.py:4)');
  });

  it.each([
    ['this is no archive'],
    ['Error: the lists differ in line 3'],
    ['looked at 3 files\n  at entry 7: expected 4, found 5'],
    [''],
  ])('is not seen in a sentence: %j', (said) => {
    expect(uncaughtError(said)).toBeUndefined();
  });
});
