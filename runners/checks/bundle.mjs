// Whether a bundle runs and is whole: its copies of the library export what the sources do and compute the same, and its
// map leads back to the sources. What is right comes from the sources themselves. Counts what is measured of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkLibrary } from './bundle/library.mjs';
import { checkMap } from './bundle/map.mjs';
import { linesIn } from './bundle/sources.mjs';

const given = Object.fromEntries(process.argv.slice(2).map((word) => word.slice(2).split('=')));
const names = Array.from({ length: Number(given.copies) }, (_, index) => `copy${index + 1}`);

try {
  const bundle = readFileSync(theOne(given.out));
  await checkLibrary(bundle, given.source, names);
  checkMap(bundle, readFileSync(mapOf(bundle, given.out)), given.source, names);
  const measures = {
    bundle: { bytes: bundle.length },
    gz: { bytes: gzipSync(bundle, { level: 9 }).length },
    lines: { count: linesIn(given.source) },
  };
  console.log(JSON.stringify({ steelyard: 1, measures }));
} catch (error) {
  console.error(error.message.split('\n')[0]);
  process.exitCode = 1;
}

/** The bundle: the only program that was written. */
function theOne(folder) {
  const programs = readdirSync(folder).filter((file) => file.endsWith('.js'));
  if (programs.length === 1) return join(folder, programs[0]);
  throw new Error(`there are ${programs.length} bundles in place of one`);
}

/** The map that the bundle names in its last line. */
function mapOf(bundle, folder) {
  const name = /\/\/# sourceMappingURL=([\w.-]+)\s*$/.exec(bundle.toString())?.[1];
  if (name === undefined) throw new Error('the bundle names no map in its last line');
  if (!readdirSync(folder).includes(name)) throw new Error(`there is no map ${name}`);
  return join(folder, name);
}
