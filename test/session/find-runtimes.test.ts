import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RuntimeDefinition } from '../../src/scenario/runtime.ts';
import { findRuntimes } from '../../src/session/find-runtimes.ts';
import { makeOutput } from '../../src/terminal/output.ts';
import { temporaryFolder } from '../measure/make-world.ts';

/** Builds a file of the same name as all the others, with its own id in it. */
function building(id: string, programsOf?: string): RuntimeDefinition {
  return {
    id,
    title: id,
    homepage: 'https://example.org',
    ...(programsOf === undefined ? {} : { programsOf }),
    find(host) {
      const binary = join(host.cache, 'program');
      writeFileSync(binary, id);
      return Promise.resolve({
        available: true,
        version: '1',
        binary,
        binarySha256: id,
        command: [binary],
        dependencies: {},
        missing: {},
        facts: {},
      });
    },
  };
}

it('a runtime overwrites nothing that another one built, even if both have the same programs', async () => {
  const root = temporaryFolder();
  const definitions = [building('one'), building('one-old', 'one'), building('two')];
  const found = await findRuntimes(
    definitions,
    { root, cache: join(root, 'cache') },
    makeOutput({ quiet: true }),
  );
  const built = [...found].map(([id, runtime]) => [
    id,
    runtime.available && readFileSync(runtime.binary, 'utf8'),
  ]);
  expect(built).toEqual([
    ['one', 'one'],
    ['one-old', 'one-old'],
    ['two', 'two'],
  ]);
});
