import { checkTouched } from '../publish/touched.ts';
import type { Shown } from '../publish/banner.ts';
import { writePreview, removePreview } from '../publish/folder.ts';
import { gitHubFrom, type GitHub } from '../publish/github.ts';
import { pagesAddress } from '../publish/pages-host.ts';
import { findPullRequest } from '../publish/pull-request.ts';
import { receivePreview, type Received } from '../publish/receive.ts';
import { refusalMarkdown } from '../publish/refusal.ts';
import { Refused } from '../publish/refused.ts';
import { previewFolder } from '../publish/site.ts';
import { writeStickyComment } from '../publish/sticky-comment.ts';
import { commentMarkdown } from '../present/pull-request.ts';
import type { Output } from './output.ts';
import { changePublished } from './change-published.ts';
import type { PagesFlags } from './pages-flags.ts';

export interface PreviewFlags extends PagesFlags {
  /** Zip that the pull request's build uploaded. */
  readonly artifact: string;
  readonly headRepository: string;
  readonly headBranch: string;
  readonly headCommit: string;
}

/**
 * Puts what a pull request's build handed over on the pages branch, if it may be shown, and says
 * on the pull request what changed. Only GitHub's word decides which pull request that is.
 *
 * @throws Refused after the refusal has been written on the pull request
 */
export async function deployPreview(flags: PreviewFlags, output: Output): Promise<void> {
  const github = gitHubFrom();
  const number = await findPullRequest(github, {
    repository: flags.headRepository,
    branch: flags.headBranch,
    commit: flags.headCommit,
  });
  const shown: Shown = { number, commit: flags.headCommit };
  const received = await receiveOrRefuse(flags.artifact, shown, github);
  const previewUrl = await deploy(received, shown, flags, github, output);
  const link = previewUrl === undefined ? {} : { previewUrl };
  const markdown = commentMarkdown(received.comparison, { ...link, number });
  const how = await writeStickyComment(github, number, markdown);
  output.say(`Pull request ${number}: the comment was ${how}.`);
}

async function receiveOrRefuse(artifact: string, shown: Shown, github: GitHub): Promise<Received> {
  try {
    const received = await receivePreview(artifact, shown);
    await checkTouched(github, shown.number, received.comparison.touched);
    return received;
  } catch (error) {
    if (error instanceof Refused)
      await writeStickyComment(github, shown.number, refusalMarkdown(error, shown));
    throw error;
  }
}

/** Address of the preview; undefined where none was drawn, or where the site has no address. */
async function deploy(
  { site }: Received,
  { number, commit }: Shown,
  flags: PagesFlags,
  github: GitHub,
  output: Output,
): Promise<string | undefined> {
  const message = `Preview of pull request ${number} at ${commit}`;
  const change = (folder: string): void =>
    site === undefined ? removePreview(folder, number) : writePreview(folder, number, site);
  await changePublished(flags, message, change, output);
  const address = site === undefined ? undefined : await pagesAddress(github);
  return address === undefined ? undefined : `${address}${previewFolder(number)}/index.html`;
}
