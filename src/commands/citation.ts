import { citationCff, type CitedProject } from '../present/exports/citation.ts';
import type { Exported } from '../present/exports/exported.ts';
import { readPackage, type PackageJson } from '../project.ts';
import { Problem } from '../scenario/problem.ts';
import { repositoryUrl } from '../site/repository.ts';
import { readReport } from '../site/reports.ts';
import { analysedSession } from '../site/stored.ts';
import { analyseSessions } from '../session/analyse.ts';
import type { Output } from '../terminal/output.ts';
import type { Places } from '../places.ts';
import type { SourceFlags } from './choose-cases.ts';
import { chooseReport } from './choose-report.ts';

/**
 * CITATION.cff of a report with the session that it pins, or with another one.
 *
 * @throws Problem (usage) where no session is pinned or nobody is named as its author
 */
export function citationOf(
  { report: chosen, session }: SourceFlags,
  places: Places,
  output: Output,
): Exported {
  const report = readReport(places.content, chooseReport(places, chosen));
  const id = session ?? report.session;
  if (id === undefined)
    throw new Problem(
      'usage',
      `There is nothing to cite: content/${report.id}/index.mdx pins no session. Accept one with "npm run accept", or name one with --session.`,
    );
  analyseSessions(places, output, [id]);
  const stored = analysedSession(places.data, id, 'The command');
  const project = citedProject(readPackage());
  const notes =
    project.repository === undefined
      ? ['It names no repository. Add "repository" to package.json, or set STEELYARD_REPOSITORY.']
      : [];
  return { text: citationCff(report, stored.session, project), notes };
}

/**
 * What package.json says of the project, as a citation has it.
 *
 * @throws Problem (usage) where it names no author
 */
export function citedProject({ author, license }: PackageJson): CitedProject {
  const repository = repositoryUrl();
  // npm has words that are no licence's name: "UNLICENSED", "SEE LICENSE IN …".
  const isNamed = license !== undefined && /^(?!UNLICENSED$)[\w.+-]+$/.test(license);
  return {
    author: authorOf(author),
    ...(repository !== undefined && { repository }),
    ...(isNamed && { license }),
  };
}

/** npm's own short form: "Name <address> (website)". */
const SHORT = /^([^<(]+?)\s*(?:<([^>]*)>)?\s*(?:\(([^)]*)\))?$/;

function authorOf(author: PackageJson['author']): CitedProject['author'] {
  const [, shortName, shortEmail, shortUrl] =
    typeof author === 'string' ? (SHORT.exec(author.trim()) ?? []) : [];
  const long = typeof author === 'string' ? undefined : author;
  const name = (long?.name ?? shortName)?.trim();
  if (name === undefined || name === '')
    throw new Problem(
      'usage',
      'A citation names its authors, and package.json names none. Add a line to it: "author": "Name <address> (website)"; address and website may be left out.',
    );
  const email = long?.email ?? shortEmail;
  const website = long?.url ?? shortUrl;
  return { name, ...(email && { email }), ...(website && { website }) };
}
