// A library so many times, and an entry that puts all of them on the global object: whoever bundles it has to keep everything.
// It is a project by itself: tools look upwards for one, and would find settings that are meant for others.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const given = Object.fromEntries(process.argv.slice(2).map((word) => word.slice(2).split('=')));
const names = Array.from({ length: Number(given.copies) }, (_, index) => `copy${index + 1}`);

mkdirSync(given.out);
for (const name of names) cpSync(given.three, join(given.out, name), { recursive: true });
const imports = names.map((name) => `import * as ${name} from './${name}/Three.js';\n`);
writeFileSync(
  join(given.out, 'entry.js'),
  `${imports.join('')}globalThis.THREE = { ${names.join(', ')} };\n`,
);
const project = { name: 'copies', version: '1.0.0', private: true };
const lock = { name: 'copies', version: '1.0.0', lockfileVersion: 3, packages: { '': project } };
for (const [file, value] of Object.entries({ 'package.json': project, 'package-lock.json': lock }))
  writeFileSync(join(given.out, file), `${JSON.stringify(value)}\n`);
