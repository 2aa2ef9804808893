import { removePreview } from '../publish/folder.ts';
import { Problem } from '../scenario/problem.ts';
import type { Output } from '../terminal/output.ts';
import { changePublished } from './change-published.ts';
import type { PagesFlags } from './pages-flags.ts';

/** Removes a pull request's preview from the pages branch. */
export async function closePreview(
  number: string,
  flags: PagesFlags,
  output: Output,
): Promise<void> {
  if (!/^[1-9]\d*$/.test(number))
    throw new Problem('usage', `"${number}" is no number of a pull request.`);
  const change = (folder: string): void => removePreview(folder, Number(number));
  await changePublished(flags, `Remove the preview of pull request ${number}`, change, output);
}
