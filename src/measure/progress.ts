import { harmless } from '../store/printable.ts';
import { colours } from './colours.ts';

/** Where progress is written: a terminal gets one line that is renewed, anything else plain lines. */
export interface Sink {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
}

/** What is under way. */
export interface Moment {
  readonly case: string;
  readonly contestant: string;
  /** 0 is the warm-up. */
  readonly sweep: number;
  readonly sweeps: number;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number;
}

export interface Progress {
  /** An invocation is about to start. */
  at(moment: Moment): void;
  /** Something worth keeping on the screen. */
  note(line: string): void;
  end(): void;
}

/** Progress for `--quiet`: what went wrong, and nothing else. */
export function notesOnly(sink: Pick<Sink, 'write'>): Progress {
  return { at() {}, note: (line) => sink.write(`${harmless(line)}\n`), end() {} };
}

/** Progress for people: sweep, case, contestant, share done, time left. */
export function showProgress(sink: Sink): Progress {
  let lastSweep = -1;
  const clear = (): void => {
    if (sink.isTTY) sink.write('\r\u001b[2K');
  };
  return {
    at(moment) {
      const text = describeMoment(moment);
      if (sink.isTTY) {
        clear();
        sink.write(
          text.length < sink.columns ? colourMoment(moment) : text.slice(0, sink.columns - 1),
        );
        return;
      }
      // Without a terminal one line a sweep says enough for a log.
      if (moment.sweep === lastSweep) return;
      lastSweep = moment.sweep;
      sink.write(`${text}\n`);
    },
    note(line) {
      clear();
      sink.write(`${harmless(line)}\n`);
    },
    end() {
      clear();
    },
  };
}

/** "sweep 3 of 8  io/100  threads · 12% · 3 min left" */
export function describeMoment(moment: Moment): string {
  return `${sweepOf(moment)}  ${moment.case}  ${moment.contestant} · ${percentDone(moment)} · ${duration(moment.secondsLeft)} left`;
}

/** Seconds in words that suit a wait: "40 s", "3 min", "1 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(0, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function colourMoment(moment: Moment): string {
  const left = colours.dim(`${percentDone(moment)} · ${duration(moment.secondsLeft)} left`);
  return `${sweepOf(moment)}  ${colours.bold(moment.case)}  ${colours.cyan(moment.contestant)} ${left}`;
}

function sweepOf({ sweep, sweeps }: Moment): string {
  return sweep === 0 ? 'warm-up' : `sweep ${sweep} of ${sweeps}`;
}

function percentDone(moment: Moment): string {
  return `${Math.floor((100 * moment.done) / Math.max(1, moment.total))}%`;
}
