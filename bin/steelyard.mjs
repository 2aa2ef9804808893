#!/usr/bin/env node
/**
 * Starts Steelyard, or with `--run <what>` a tool of node_modules/.bin or a file of the project, on a
 * Node that can run it: the one that runs this file if it is new enough, else the one that `npm ci`
 * brought along, if that one starts here. Plain JavaScript for any Node from 18 on, since this is
 * what finds a newer one.
 *
 * The bundled Node is started by its path: only npm 11 links it into node_modules/.bin.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join, resolve as absolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The first one that runs TypeScript without a flag, and that Astro takes. */
const NEEDED = [22, 18];
/** Exit codes, as in docs/architecture.md. */
const USAGE = 2;
const BLOCKED = 3;

const engine = dirname(dirname(fileURLToPath(import.meta.url)));
const project = nearestPackage(process.cwd()) ?? engine;
const { resolve } = createRequire(import.meta.url);

const [file, ...args] = whatToRun(process.argv.slice(2));
keepCompiled();
if (isNewEnough(process.version)) {
  process.argv.splice(1, Infinity, file, ...args);
  await import(pathToFileURL(file).href);
} else {
  runOn(bundledNode(), [file, ...args]);
}

/**
 * Has Node keep what it compiles, here and in what this process starts: a third of a command's start and a
 * fifth of a drawing is compiling the same modules again. Programs that are measured get none of it, since
 * their environment is a fixed list. From Node 22.1 on; an older one only hands the folder on.
 */
function keepCompiled() {
  const cache = absolute(project, process.env.STEELYARD_CACHE || '.cache');
  process.env.NODE_COMPILE_CACHE ??= join(cache, 'modules');
  module.enableCompileCache?.();
}

/** The file that was asked for, and its arguments. */
function whatToRun(asked) {
  if (!canResolve('commander')) giveUp('The packages are not installed. Install them: npm ci');
  const [first, name = '', ...rest] = asked;
  if (first !== '--run') return [['cli.ts', 'cli.js'].map(inSource).find(isFile), ...asked];
  const file = [join(project, 'node_modules', '.bin', name), join(project, name)].find(isFile);
  if (file === undefined)
    giveUp(`--run: neither a tool nor a file of the project: "${name}"`, USAGE);
  return [realpathSync(file), ...rest];
}

function inSource(name) {
  return join(engine, 'src', name);
}

/** The folder that a person is in, from here upwards to the first package.json. */
function nearestPackage(folder) {
  if (existsSync(join(folder, 'package.json'))) return folder;
  return dirname(folder) === folder ? undefined : nearestPackage(dirname(folder));
}

function canResolve(name, find = resolve) {
  try {
    return find(name) !== '';
  } catch {
    return false;
  }
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** Path of the Node that comes as an optional package of this platform. Ends the process where none runs. */
function bundledNode() {
  const lack = `Steelyard needs Node ${NEEDED.join('.')} or newer, and this is ${process.version}`;
  const path = optionalNodes().find((one) => existsSync(one));
  if (path === undefined)
    giveUp(
      `${lack}. Install a newer one, or run "npm ci" with its optional packages, which bring one along.`,
    );
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (status === 0 && isNewEnough(stdout)) return path;
  return giveUp(
    `${lack}; the one that "npm ci" brought doesn't start on this system. Install a newer Node.`,
  );
}

/** The Nodes among the optional packages of the project, wherever Node finds those from there. */
function optionalNodes() {
  const manifest = join(project, 'package.json');
  const { optionalDependencies = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
  const { resolve: find } = createRequire(manifest);
  // Those of other platforms aren't installed.
  return Object.keys(optionalDependencies)
    .map((name) => `${name}/package.json`)
    .filter((name) => canResolve(name, find))
    .map((name) => join(dirname(find(name)), 'bin', 'node'));
}

/** Runs to the end of the other Node, and ends as it does. */
function runOn(node, command) {
  const child = spawn(node, command, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !isAtTerminal()) child.kill(signal);
    });
  child.on('error', (error) => giveUp(`${node} can't be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}

/** Whether this process stands in a terminal's foreground: Ctrl-C reaches the child by itself then. */
function isAtTerminal() {
  try {
    // pid (name) state ppid pgrp session tty_nr tpgid …, see proc(5).
    const [, , group, , , foreground] = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return group === foreground;
  } catch {
    return process.stdin.isTTY === true || process.stderr.isTTY === true;
  }
}

function giveUp(why, exitCode = BLOCKED) {
  console.error(`✖ ${why}`);
  process.exit(exitCode);
}
