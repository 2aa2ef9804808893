/** A source map, held against the bundle that it is of and the sources that it leads to. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { modulesFrom } from './sources.mjs';

/** Texts of these files, and perhaps of others: a minimiser keeps them, and the map has to lead from each to where it stands. */
const LANDMARKS = {
  'math/Quaternion.js': 'setFromEuler() now expects',
  'core/BufferAttribute.js': 'array should be a Typed Array',
  'animation/PropertyBinding.js': 'Trying to update node for track',
};

/** @throws Error where a source isn't named, or a text of the bundle isn't where the map says */
export function checkMap(bundle, map, source, names) {
  const parsed = parse(map);
  const named = new Set(parsed.sources.map((file) => below(file, names)));
  for (const module of modulesFrom('entry.js', source))
    if (module !== 'entry.js' && !named.has(module))
      throw new Error(`the map names ${named.size} of the sources, and not ${module}`);
  checkPlaces(bundle.toString(), new SourceMap(parsed), source, names);
}

function parse(map) {
  try {
    return JSON.parse(map.toString());
  } catch {
    throw new Error('the map is no JSON');
  }
}

/** Path below the folder of sources, however a tool writes what stands before it, and its query behind it. */
function below(file, names) {
  const found = /(?:^|\/)(copy\d+\/[^?]*)/.exec(file ?? '')?.[1];
  return names.some((name) => found?.startsWith(`${name}/`)) ? found : undefined;
}

function checkPlaces(bundle, map, source, names) {
  const lines = bundle.split('\n');
  for (const [file, text] of Object.entries(LANDMARKS)) {
    const led = placesOf(text, lines).map(([line, column]) => {
      const { originalSource, originalLine } = map.findEntry(line, column);
      const from = below(originalSource, names);
      const original = from === undefined ? '' : lineOf(join(source, from), originalLine);
      if (!original.includes(text)) throw new Error(`the map leads away from "${text}"`);
      return from;
    });
    const missing = names.find((name) => !led.includes(`${name}/${file}`));
    if (missing !== undefined) throw new Error(`the map doesn't lead to ${missing}/${file}`);
  }
}

function lineOf(file, line) {
  return readFileSync(file, 'utf8').split('\n')[line] ?? '';
}

/** Line and column, from 0, of each place where a text stands. */
function placesOf(text, lines) {
  return lines.flatMap((line, index) => {
    const columns = [];
    for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) columns.push(at);
    return columns.map((column) => [index, column]);
  });
}
