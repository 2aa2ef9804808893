import { manual } from '../engine.ts';
import { removeClosedPreviews, type Swept } from '../publish/closed-previews.ts';
import { checkPagesBranch } from '../publish/folder.ts';
import { gitHubFrom, required, type GitHub } from '../publish/github.ts';
import { changePages, type PagesBranch, type PagesChange } from '../publish/pages-branch.ts';
import { requestPagesBuild } from '../publish/pages-host.ts';
import { previewFolder } from '../publish/site.ts';
import type { Output } from '../terminal/output.ts';
import type { PagesFlags } from './pages-flags.ts';

/**
 * Commits a change to the pages branch, pushes it, and asks GitHub to serve it where GitHub is at work. With
 * the change go previews whose pull requests aren't open, where the branch is that of GitHub's repository.
 */
export async function changePublished(
  flags: PagesFlags,
  message: string,
  change: PagesChange,
  output: Output,
): Promise<void> {
  const github = workflowGitHub();
  let swept: Swept = { removed: [], troubles: [] };
  const changed = await changePages(pagesBranch(flags), message, async (folder) => {
    checkPagesBranch(folder, flags.branch);
    await change(folder);
    // Another repository's previews have the numbers of its own pull requests.
    if (github !== undefined && flags.remote === undefined)
      swept = await removeClosedPreviews(folder, github);
  });
  output.say(
    changed ? `Pushed to ${flags.branch}: ${message}` : 'The published pages are the same.',
  );
  if (swept.removed.length > 0)
    output.say(
      `Removed previews of pull requests that aren't open: ${swept.removed.map(previewFolder).join(', ')}`,
    );
  for (const trouble of swept.troubles) output.warn(trouble);
  if (changed && github !== undefined && !(await requestPagesBuild(github)))
    output.warn(
      `GitHub did not take the request to serve ${flags.branch}. Is Pages set to this branch, and may the token write pages? See ${manual('docs/publishing.md')}.`,
    );
}

function pagesBranch({ branch, remote }: PagesFlags): PagesBranch {
  const { env } = process;
  if (remote !== undefined) return { branch, remote };
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const repository = required(env, 'GITHUB_REPOSITORY');
  return {
    branch,
    remote: `${server}/${repository}.git`,
    token: required(env, 'GITHUB_TOKEN'),
  };
}

/** Undefined outside of a workflow, and without its token: other hosts serve what is pushed. */
function workflowGitHub(): GitHub | undefined {
  const { GITHUB_REPOSITORY = '', GITHUB_TOKEN = '' } = process.env;
  return GITHUB_REPOSITORY === '' || GITHUB_TOKEN === '' ? undefined : gitHubFrom();
}
