/**
 * Previews whose pull requests aren't open any more. Whatever changes the pages branch takes them away: the
 * run that should have done so when the pull request was closed may have been dropped for a newer one.
 */
import { Problem } from '../scenario/problem.ts';
import { previewsOn, removePreview } from './folder.ts';
import type { GitHub } from './github.ts';
import { openPullRequests } from './pull-request.ts';

export interface Swept {
  /** Numbers of the pull requests whose previews were removed. */
  readonly removed: readonly number[];
  /** Why some, or all, stay though they may have to go. */
  readonly troubles: readonly string[];
}

/**
 * Removes them from a checkout of the pages branch. Where GitHub's list can't be read in full, all stay.
 *
 * @param pages folder of a checkout that is older than the question: what came onto the branch since isn't known
 */
export async function removeClosedPreviews(pages: string, github: GitHub): Promise<Swept> {
  try {
    // Twice, since a list in pages passes over one that moves up a page while it is read.
    const missing = await notOpen(github, await notOpen(github, previewsOn(pages)));
    return removeAll(pages, missing);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const why = `GitHub's list of open pull requests could not be read in full: ${error.message}`;
    return { removed: [], troubles: [`No preview was removed, since ${why}`] };
  }
}

/** Those that GitHub doesn't list as open. */
async function notOpen(github: GitHub, numbers: readonly number[]): Promise<readonly number[]> {
  if (numbers.length === 0) return [];
  const open = await openPullRequests(github);
  return numbers.filter((number) => !open.has(number));
}

/** A preview that can't be removed keeps no other one, nor what is to be published. */
function removeAll(pages: string, numbers: readonly number[]): Swept {
  const removed: number[] = [];
  const troubles: string[] = [];
  for (const number of numbers) {
    try {
      removePreview(pages, number);
      removed.push(number);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      troubles.push(error.message);
    }
  }
  return { removed, troubles };
}
