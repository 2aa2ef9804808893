/** Runs each command once, to see whether all give the same: what the scenario then asks for. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mistake } from './mistake.mjs';

const MOST_MS = 60_000;

/**
 * @returns `agrees`, whether all give the same, `trims`, whether only so but for blanks around it, and `why` nothing can be
 *   checked where they don't; `exitCodes` by id, of those that end with another one than 0; `words`, to be told
 * @throws Mistake where one of them fails: it gives nothing, and says why
 */
export function tryOut(commands) {
  const folder = mkdtempSync(join(tmpdir(), 'create-steelyard-'));
  try {
    const text = join(folder, 'text');
    writeFileSync(text, 'a line with an e\nand one without\n'.repeat(1000));
    return judge(commands.map((command) => ({ ...command, ...runOnce(command, text, folder) })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOnce({ tool, args }, text, cwd) {
  const words = args.map((word) => word.replaceAll('{input:text}', text).replaceAll('{{', '{'));
  const options = {
    cwd,
    timeout: MOST_MS,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'pipe'],
  };
  const { status, stdout, stderr, error } = spawnSync(tool, words, options);
  return {
    status,
    stdout: stdout ?? '',
    said: (stderr ?? '').replaceAll(text, '{input}').trim(),
    isMissing: error?.code === 'ENOENT',
    isSlow: error?.code === 'ETIMEDOUT',
  };
}

function judge(ran) {
  refuseFailures(ran);
  const words = ran
    .filter(({ isMissing, isSlow }) => isMissing || isSlow)
    .map(({ tool, isSlow }) =>
      isSlow
        ? `"${tool}" did not end within a minute: raise timeoutS in the scenario`
        : `"${tool}" is not on this machine: it will be shown as unavailable`,
    );
  const ended = ran.filter(({ status }) => status !== null);
  const exitCodes = Object.fromEntries(
    ended.filter(({ status }) => status !== 0).map(({ id, status }) => [id, status]),
  );
  for (const [id, status] of Object.entries(exitCodes))
    words.push(
      `"${id}" ends with exit code ${status}, which the scenario now takes for right: look whether it is`,
    );
  const outputs = new Set(ended.map(({ stdout }) => stdout.trim()));
  if (outputs.size <= 1 && [...outputs][0] !== '') {
    // What is the same to the byte may be of any length; what is trimmed first is kept for it, and that has its limit.
    const trims = new Set(ended.map(({ stdout }) => stdout)).size !== 1;
    return { agrees: true, trims, exitCodes, words };
  }
  const why =
    outputs.size > 1 ? 'The commands write different things.' : 'The commands write nothing.';
  words.push(
    `${why} So only their exit codes are looked at: say in the scenario what is right ("check")`,
  );
  return { agrees: false, why, exitCodes, words };
}

/** A code other than 0 may be an answer, as of grep that finds nothing; with nothing but a complaint it is none. */
function refuseFailures(ran) {
  const failed = ran.filter(({ status, stdout, said }) => status && stdout === '' && said !== '');
  if (failed.length === 0) return;
  const list = failed.map(
    ({ line, status, said }) => `'${line}' ends with exit code ${status}: ${beginOf(said)}`,
  );
  throw new Mistake(
    `${list.join('\n')}\nNo command may fail. Each is run in an empty folder: name files of your own by their whole paths.`,
  );
}

function beginOf(said) {
  return said.split('\n').slice(0, 3).join(' ').slice(0, 300);
}
