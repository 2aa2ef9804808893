import { describe, expect, it } from 'vitest';
import { makeColours } from '../../src/measure/colours.ts';
import {
  describeMoment,
  duration,
  notesOnly,
  showProgress,
  type Moment,
} from '../../src/measure/progress.ts';

const moment: Moment = {
  case: 'io/100',
  contestant: 'threads',
  sweep: 3,
  sweeps: 8,
  done: 3,
  total: 25,
  secondsLeft: 180,
};

/** A sink that keeps what it was told. */
function sink(
  isTTY: boolean,
  columns = 80,
): { isTTY: boolean; columns: number; write: (text: string) => void; text: () => string } {
  const written: string[] = [];
  return { isTTY, columns, write: (text) => void written.push(text), text: () => written.join('') };
}

describe('progress', () => {
  it('says the sweep, the case, the contestant, the share and the time left', () => {
    expect(describeMoment(moment)).toBe('sweep 3 of 8  io/100  threads · 12% · 3 min left');
  });

  it('calls sweep 0 the warm-up', () => {
    expect(describeMoment({ ...moment, sweep: 0, done: 0 })).toBe(
      'warm-up  io/100  threads · 0% · 3 min left',
    );
  });

  it('says 0% of nothing', () => {
    expect(describeMoment({ ...moment, done: 0, total: 0 })).toContain(' 0% ');
  });

  it.each([
    [-1, '0 s'],
    [0.4, '0 s'],
    [89, '89 s'],
    [90, '2 min'],
    [60 * 89, '89 min'],
    [60 * 65 * 2, '2 h 10 min'],
    [3600 * 2, '2 h 0 min'],
  ])('says %f seconds as %s', (seconds, expected) => {
    expect(duration(seconds)).toBe(expected);
  });
});

describe('progress in a terminal', () => {
  it('renews one line, and clears it at the end', () => {
    const terminal = sink(true);
    const progress = showProgress(terminal);
    progress.at(moment);
    progress.at({ ...moment, sweep: 4 });
    progress.end();
    expect(terminal.text()).not.toContain('\n');
    expect(terminal.text().endsWith('\r\u001b[2K')).toBe(true);
  });

  it('never writes more than the line holds', () => {
    const terminal = sink(true, 20);
    showProgress(terminal).at(moment);
    expect(terminal.text()).toBe(`\r\u001b[2K${describeMoment(moment).slice(0, 19)}`);
  });

  it('keeps a note above the line', () => {
    const terminal = sink(true);
    showProgress(terminal).note('threads failed');
    expect(terminal.text()).toBe('\r\u001b[2Kthreads failed\n');
  });
});

describe('progress in a log', () => {
  it('has one line a sweep, and no escape codes', () => {
    const log = sink(false);
    const progress = showProgress(log);
    for (const name of ['io/100', 'io/1000']) progress.at({ ...moment, case: name, sweep: 0 });
    for (const name of ['io/1000', 'io/100']) progress.at({ ...moment, case: name, sweep: 1 });
    progress.at({ ...moment, sweep: 2 });
    progress.note('threads failed');
    progress.end();
    expect(
      log
        .text()
        .split('\n')
        .map((line) => line.slice(0, 17)),
    ).toEqual([
      'warm-up  io/100  ',
      'sweep 1 of 8  io/',
      'sweep 2 of 8  io/',
      'threads failed',
      '',
    ]);
    expect(log.text()).not.toContain('\u001b');
  });
});

describe('quiet progress', () => {
  it('says what went wrong and nothing else', () => {
    const log = sink(false);
    const progress = notesOnly(log);
    progress.at(moment);
    progress.note('threads failed');
    progress.end();
    expect(log.text()).toBe('threads failed\n');
  });
});

describe('colours', () => {
  const isColoured = (isTTY: boolean | undefined, env: Record<string, string>): boolean =>
    makeColours({ isTTY }, env).bold('x') !== 'x';

  it.each<[string, boolean | undefined, Record<string, string>, boolean]>([
    ['in a terminal', true, {}, true],
    ['in a log', false, {}, false],
    ['where nothing is known', undefined, {}, false],
    ['in a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['in a dumb terminal', true, { TERM: 'dumb' }, false],
    ['in a log with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
    ['with both, NO_COLOR wins', true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['in the log of a CI', false, { CI: 'true' }, false],
  ])('%s', (_, isTTY, env, expected) => {
    expect(isColoured(isTTY, env)).toBe(expected);
  });
});
