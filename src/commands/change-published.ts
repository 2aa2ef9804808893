import { checkPagesBranch } from '../publish/folder.ts';
import { gitHubFrom, required, type GitHub } from '../publish/github.ts';
import { changePages, type PagesBranch } from '../publish/pages-branch.ts';
import { requestPagesBuild } from '../publish/pages-host.ts';
import type { Output } from './output.ts';
import type { PagesFlags } from './pages-flags.ts';

/** Commits a change to the pages branch, pushes it, and asks GitHub to serve it where GitHub is at work. */
export async function changePublished(
  flags: PagesFlags,
  message: string,
  change: (folder: string) => void,
  output: Output,
): Promise<void> {
  const changed = await changePages(pagesBranch(flags), message, (folder) => {
    checkPagesBranch(folder, flags.branch);
    change(folder);
  });
  output.say(
    changed ? `Pushed to ${flags.branch}: ${message}` : 'The published pages are the same.',
  );
  const github = workflowGitHub();
  if (changed && github !== undefined && !(await requestPagesBuild(github)))
    output.warn(
      `GitHub did not take the request to serve ${flags.branch}. Is Pages set to this branch, and may the token write pages? See docs/publishing.md.`,
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

/** Undefined outside of a workflow: other hosts serve what is pushed. */
function workflowGitHub(): GitHub | undefined {
  return process.env['GITHUB_REPOSITORY'] === undefined ? undefined : gitHubFrom();
}
