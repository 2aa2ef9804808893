import { ANY_PROFILE } from '../plan/cases.ts';
import { everything, type Selection } from '../plan/selection.ts';
import { listSessions, readSessionFile } from '../store/read.ts';
import { checkInterruption } from '../terminal/interruption.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import { analyseSessions } from './analyse.ts';
import { removeHere, writeHere } from './here.ts';
import { lookAround } from './look-around.ts';

/** What pages and `results` read, derived from the sessions that are there. */
export async function prepareResults(
  places: Places,
  output: Output,
  signal: AbortSignal,
): Promise<void> {
  analyseSessions(places, output);
  if (listSessions(places.local).length === 0) {
    removeHere(places);
    return checkInterruption(signal);
  }
  const selection = heldHere(places);
  const around = await lookAround(places, output, { profile: ANY_PROFILE, selection });
  try {
    // Ctrl-C ends the looking too, and what it then finds may be wrong.
    checkInterruption(signal);
    writeHere(places, around);
  } finally {
    around.close();
  }
}

/** The cases that a session of this machine holds: whether others could run here shows nowhere. */
function heldHere({ local }: Places): Selection {
  const sessions = listSessions(local).map(readSessionFile);
  return { ...everything, needed: sessions.flatMap(({ cases }) => cases.map(({ id }) => id)) };
}
