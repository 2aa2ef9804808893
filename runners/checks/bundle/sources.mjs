/** The sources that a bundle is made of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const FROM = /(?:from|import)\s*['"](\.[^'"]+)['"]/g;
/** Comments, and statements that only hand on what other files declare. */
const NOTHING_OWN = /\/\*[^]*?\*\/|\/\/.*|(?:import|export)\b[^;]*?['"][^'"]+['"];?|\s+/g;

/** Files that are reached from this one and declare something themselves, by path below the folder. */
export function modulesFrom(entry, folder) {
  const texts = new Map();
  const visit = (file) => {
    if (texts.has(file)) return;
    const text = readFileSync(join(folder, file), 'utf8');
    texts.set(file, text);
    for (const [, to] of text.matchAll(FROM)) visit(posix.join(posix.dirname(file), to));
  };
  visit(entry);
  return [...texts]
    .filter(([, text]) => text.replace(NOTHING_OWN, '') !== '')
    .map(([file]) => file);
}

/** Lines of all sources in the folder, comments and blank ones included. */
export function linesIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js'));
  return files.reduce((sum, file) => sum + linesOf(readFileSync(join(folder, file))), 0);
}

function linesOf(bytes) {
  return bytes.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 0);
}
