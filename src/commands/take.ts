/** A session that another machine measured, handed over as an archive that nobody vouches for. */
import { existsSync, renameSync } from 'node:fs';
import { join, relative } from 'node:path';
import { withAside } from '../gather/aside.ts';
import { handedOver } from '../gather/found.ts';
import { Problem } from '../scenario/problem.ts';
import { SESSION_NAME } from '../store/ids.ts';
import { printable } from '../store/printable.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';

/**
 * Takes a session into data/local/, from where it can be looked at and accepted. Nothing of the archive
 * is unpacked but the files of a session, and nothing of it is run.
 *
 * @param zip path of the archive
 * @param session its name, as the machine that measured it says
 * @throws Problem (usage) for a name that is none, or that is here already;
 *   Problem (finding) for an archive of anything else than this session, whole and unchanged
 */
export async function take(
  zip: string,
  session: string,
  places: Places,
  output: Output,
): Promise<void> {
  if (!SESSION_NAME.test(session))
    throw new Problem('usage', `"${printable(session)}" is no name of a session.`);
  const target = join(places.local, session);
  if (existsSync(target))
    throw new Problem('usage', `${target} is there already: a session is taken once.`);
  for await (const handed of handedOver(zip)) {
    if ('refused' in handed) throw refusal(handed.refused);
    withAside(places.local, handed.files, (stored) => {
      if (stored.session.id !== session) throw refusal(`it is the session ${stored.session.id}`);
      renameSync(stored.folder, target);
    });
  }
  output.say(`Taken: ${relative(places.root, target)}`);
  output.result({ session });
}

function refusal(reason: string): Problem {
  return new Problem(
    'finding',
    `The session was refused, and nothing of it taken: ${printable(reason)}.`,
  );
}
