import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { z } from 'astro/zod';
import { Problem } from '../scenario/problem.ts';
import { explainWriteError } from './files.ts';
import { recordSchema, type InvocationRecord } from './record-schema.ts';

/** An open records.jsonl: each record is on the disk before the next invocation starts. */
export interface RecordFile {
  /** @throws Problem (finding), with the record kept, when anybody else wrote into the file since the last one */
  append(record: InvocationRecord): void;
  close(): void;
}

/** Opens for appending; a torn last line, left by a crash, is cut off first. */
export function openRecordFile(file: string): RecordFile {
  const descriptor = openToAppend(file);
  let left = stateOf(file);
  return {
    append(record) {
      const isOurs = stateOf(file) === left;
      const line = `${JSON.stringify(recordSchema.parse(record))}\n`;
      try {
        // Not writeSync: on a nearly full disk that writes a part and says nothing.
        writeFileSync(descriptor, line);
        fdatasyncSync(descriptor);
      } catch (error) {
        throw explainWriteError(error, file);
      }
      left = stateOf(file);
      if (!isOurs) throw changedMeanwhile(file);
    },
    close() {
      closeSync(descriptor);
    },
  };
}

/**
 * The records of a file, and whether its last line was torn (and dropped).
 *
 * @throws Problem (usage) when any other line is no record
 */
export function parseRecords(
  content: string,
  file: string,
): { records: InvocationRecord[]; tornLine: boolean } {
  const lines = content.split('\n');
  const rest = lines.pop() ?? '';
  const records = lines.map((line, index) => parseLine(line, index + 1, file));
  return { records, tornLine: rest !== '' };
}

function parseLine(line: string, number: number, file: string): InvocationRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Problem(
      'usage',
      `${file}, line ${number}, is no JSON. Only a last line may be torn: restore the file from a copy, or set the session's folder aside.`,
    );
  }
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) {
    throw new Problem(
      'usage',
      `${file}, line ${number}, is no record of this version.\n${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}

function openToAppend(file: string): number {
  try {
    if (existsSync(file)) cutTornLine(file);
    return openSync(file, 'a');
  } catch (error) {
    throw explainWriteError(error, file);
  }
}

/** Whatever is done to a file, its change time tells; only the clock of the machine could hide it. */
function stateOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'gone' : [stat.dev, stat.ino, stat.size, stat.ctimeNs].join(' ');
}

function changedMeanwhile(file: string): Problem {
  return new Problem(
    'finding',
    `${file} was changed by something else while it was measured into. Set the session's folder aside, ` +
      'find out by what (a program that is measured can do it where "doctor" shows no confinement), and measure anew.',
  );
}

function cutTornLine(file: string): void {
  const content = readFileSync(file);
  const end = content.lastIndexOf('\n') + 1;
  if (end < content.length) truncateSync(file, end);
}
