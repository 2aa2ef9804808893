/** Files that are published as they are: everything in content/public/. */
import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import { listReports } from './reports.ts';
import { drawnAt, STATIC_FOLDER } from './taken.ts';

/**
 * Makes sure that static files can be copied and replace nothing that is drawn. All that stands
 * below the address of a report is the report's.
 *
 * @throws Problem (usage) for the first file that can't be published
 */
export function checkStaticFiles(content: string): void {
  const folder = join(content, STATIC_FOLDER);
  const kind = lstatSync(folder, { throwIfNoEntry: false });
  if (kind === undefined) return;
  if (!kind.isDirectory())
    refuse(folder, 'it has to be a folder, with what is published as it is', 'Rename it.');
  const reports = listReports(content);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    checkEntry(entry, folder, reports);
}

function checkEntry(entry: Dirent, folder: string, reports: readonly string[]): void {
  const file = join(entry.parentPath, entry.name);
  if (entry.isSymbolicLink())
    refuse(
      file,
      'it is a link, and what it leads to may be anything',
      'Put the file itself there.',
    );
  if (!entry.isFile() && !entry.isDirectory()) refuse(file, 'it is no file', 'Remove it.');
  if (entry.name.toLowerCase() === '.git')
    refuse(file, 'on a branch of pages it would be taken for the branch’s own', 'Move it away.');
  if (entry.isDirectory()) return;
  if (entry.name.endsWith('.mdx'))
    refuse(file, 'MDX is drawn, not copied', 'Put it into the folder of a report.');
  // Some hosts and file systems don't tell capitals from small letters.
  const [first = ''] = relative(folder, file).toLowerCase().split(sep);
  const report = reports.find((id) => id.toLowerCase() === first);
  const other = report === undefined ? drawnAt(first) : `the report of content/${report}/`;
  if (other !== undefined) refuse(file, `at "/${first}" stands ${other}`, 'Rename or move it.');
}

function refuse(file: string, why: string, next: string): never {
  throw new Problem('usage', `${file} can't be published: ${why}. ${next}`);
}
