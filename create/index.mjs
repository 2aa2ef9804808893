#!/usr/bin/env node
/**
 * Begins a project: `npm create steelyard my-report`, with commands to compare after it, then installs it and
 * builds its first page. Plain JavaScript without packages: it is what brings them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { commandsFrom, readCommands } from './commands.mjs';
import { Mistake } from './mistake.mjs';
import { exampleCommands, writeProject } from './project.mjs';
import { beginRepository } from './repository.mjs';
import { tryOut } from './try-out.mjs';

const HELP = `npm create steelyard <folder> -- ['<command>' …] [--from results.json] [--no-build]

Makes a project that compares commands, in a git repository of its own, and builds its first page:

  npm create steelyard my-report                                     an example to start from
  npm create steelyard my-report -- 'grep -c e {input}' 'rg -c e {input}'
                                                                     these commands; {input} is a text that is made
  npm create steelyard my-report -- --from results.json              the commands of a hyperfine export (not its times)

  --no-build    write the files, and neither install nor build`;

try {
  create(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  console.error(`✖ ${error.message}`);
  process.exitCode = 2;
}

function create(words) {
  const asked = readWords(words);
  if (asked.help) return console.log(HELP);
  const folder = freeFolder(asked.folder);
  const lines = asked.from === undefined ? asked.commands : commandsFrom(readExport(asked.from));
  const commands = readCommands(lines.length > 0 ? lines : exampleCommands);
  const made = { folder, name: nameOf(folder), commands, tried: tryOut(commands) };
  const files = writeProject(made);
  console.log(
    `Made ${relative('.', folder) || '.'}/ with ${files} files: ${commands.map(({ line }) => line).join(' · ')}`,
  );
  for (const word of made.tried.words) console.log(`! ${word}`);
  if (!asked.builds) return sayNext(folder, ['npm install', 'npm run build']);
  run(folder, ['install', '--no-audit', '--no-fund'], 'install its packages');
  const left = beginRepository(folder);
  if (left !== undefined) console.log(`! ${left}`);
  run(folder, ['run', 'build'], 'build its page');
  sayNext(folder, ['npm run preview']);
}

function readWords(words) {
  const asked = { folder: undefined, from: undefined, commands: [], builds: true, help: false };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === '--help' || word === '-h') asked.help = true;
    else if (word === '--no-build') asked.builds = false;
    else if (word === '--from')
      asked.from = words[++index] ?? refuse('--from needs a file: the export of hyperfine.');
    else if (word.startsWith('--from=')) asked.from = word.slice('--from='.length);
    // What npm hands on for "what follows is for the program": it has done its work.
    else if (word === '--') continue;
    else if (word.startsWith('--')) refuse(`There is no ${word}. See --help.`);
    else if (asked.folder === undefined) asked.folder = word;
    else asked.commands.push(word);
  }
  if (asked.from !== undefined && asked.commands.length > 0)
    refuse('Give commands, or a file to take them from with --from: not both.');
  if (asked.folder === undefined && !asked.help)
    refuse('Name the folder that the project goes into: npm create steelyard my-report');
  return asked;
}

function refuse(why) {
  throw new Mistake(why);
}

/** A folder that isn't there, or in which nothing is. */
function freeFolder(name) {
  const folder = resolve(name);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    refuse(`${folder} is there already, and something is in it. Name a folder that isn't there.`);
  return folder;
}

/** A name that npm takes. */
function nameOf(folder) {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(name) && name !== 'steelyard' ? name : `report-${name}`;
}

function readExport(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(`${file} can't be read: ${error.message}`);
  }
}

function run(folder, args, what) {
  // npm tells how it was started itself: its path as npm_execpath.
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm?.endsWith('js') ? [process.execPath, npm] : ['npm'];
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status === 0) return;
  console.error(
    `✖ npm could not ${what}${error ? `: ${error.message}` : ''}. The project stands in ${folder}; in it, go on with: npm ${args.join(' ')}`,
  );
  process.exit(status ?? 1);
}

function sayNext(folder, steps) {
  const lines = [`cd ${relative('.', folder) || '.'}`, ...steps];
  console.log(`\nNext:\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
}
