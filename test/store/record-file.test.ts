import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecordFile, parseRecords } from '../../src/store/record-file.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import { aRecord } from '../fixtures/session.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steelyard-records-'));
  file = join(folder, 'records.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const three = [1, 2, 3].map((round) => aRecord({ round }));

function append(records: readonly InvocationRecord[]): void {
  const open = openRecordFile(file);
  for (const record of records) open.append(record);
  open.close();
}

const read = (): ReturnType<typeof parseRecords> => parseRecords(readFileSync(file, 'utf8'), file);

describe('a file of records that somebody else writes into meanwhile', () => {
  it.each([
    ['adds to it', () => appendFileSync(file, '\n')],
    ['changes a digit', () => writeFileSync(file, readFileSync(file, 'utf8').replace(/\d/, '99'))],
    ['puts another in its place', () => (rmSync(file), writeFileSync(file, ''))],
    ['removes it', () => rmSync(file)],
  ])('is told of when it %s, with the record kept where it can be', (_, spoil) => {
    const open = openRecordFile(file);
    open.append(three[0]!);
    spoil();
    expect(() => open.append(three[1]!)).toThrow(/was changed by something else while it was/);
    open.close();
  });
});

describe('a file of records', () => {
  it('gives back what was appended, in that order', () => {
    const full = aRecord({
      outcome: 'failed',
      reason: 'exit code 1',
      cpuNs: 1,
      peakTreeBytes: 2,
      peakProcessBytes: 3,
      exitCode: 1,
      measures: { allDone: 4 },
      service: {
        requests: 1,
        connections: 1,
        handshakes: 0,
        peakConcurrent: 1,
        shortestNs: 1,
        longestNs: 2,
        cpuNs: 3,
        listenOverflows: 0,
      },
      stderr: 'two\nlines “quoted”',
      load1: 0.5,
      stealMs: 0,
      mhz: 2600,
    });
    append([...three, full]);
    expect(read()).toEqual({ records: [...three, full], tornLine: false });
  });

  it('holds each record as soon as it is appended', () => {
    const open = openRecordFile(file);
    open.append(aRecord());
    expect(read().records).toHaveLength(1);
    open.close();
  });

  it('is appended to when it is opened again', () => {
    append(three.slice(0, 2));
    append(three.slice(2));
    expect(read().records).toEqual(three);
  });

  it('has no line for a record that breaks the contract', () => {
    const open = openRecordFile(file);
    expect(() => open.append(aRecord({ wallNs: 1.5 }))).toThrow();
    open.close();
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('that is empty holds no records', () => {
    expect(parseRecords('', file)).toEqual({ records: [], tornLine: false });
  });
});

describe('a last line that a crash has torn', () => {
  it('is dropped and reported', () => {
    append(three);
    appendFileSync(file, '{"case":"wait/10","contes');
    expect(read()).toEqual({ records: three, tornLine: true });
  });

  it('is dropped even if only its newline is missing: what was not whole is measured again', () => {
    append(three);
    writeFileSync(file, readFileSync(file, 'utf8').trimEnd());
    expect(read()).toEqual({ records: three.slice(0, 2), tornLine: true });
  });

  it('is cut off when appending goes on', () => {
    append(three.slice(0, 2));
    appendFileSync(file, '{"case":"wait/10","contes');
    append(three.slice(2));
    expect(read()).toEqual({ records: three, tornLine: false });
  });

  it('is cut off when it is the only one', () => {
    writeFileSync(file, '{"case');
    append(three);
    expect(read()).toEqual({ records: three, tornLine: false });
  });
});

describe('a broken line elsewhere', () => {
  it('is an error that names the file and the line', () => {
    append(three);
    const lines = readFileSync(file, 'utf8').split('\n');
    lines[1] = lines[1]!.slice(0, 20);
    expect(() => parseRecords(lines.join('\n'), file)).toThrow(`${file}, line 2, is no JSON`);
  });

  it('is an error too when it is whole JSON, but no record', () => {
    append(three);
    const changed = readFileSync(file, 'utf8').replace('"round":2', '"round":"two"');
    expect(() => parseRecords(changed, file)).toThrow(
      /line 2, is no record of this version.*[^]*round/,
    );
  });

  it('is an error when it is empty', () => {
    append(three);
    expect(() => parseRecords(`\n${readFileSync(file, 'utf8')}`, file)).toThrow(
      'line 1, is no JSON',
    );
  });

  it('is an error when it has a field that the contract has not', () => {
    const line = JSON.stringify({ ...aRecord(), height: 3 });
    expect(() => parseRecords(`${line}\n`, file)).toThrow(/line 1.*[^]*height/);
  });
});
