import type { Shown } from '../publish/banner.ts';
import { writePreview, removePreview } from '../publish/folder.ts';
import { gitHubFrom, type GitHub } from '../publish/github.ts';
import { pagesAddress } from '../publish/pages-host.ts';
import { findPullRequest, mergeBase, NotOpen, type Head } from '../publish/pull-request.ts';
import { receivePreview, type Received } from '../publish/receive.ts';
import { failureMarkdown, pendingMarkdown, refusalMarkdown } from '../publish/refusal.ts';
import { Refused } from '../publish/refused.ts';
import { previewFolder } from '../publish/site.ts';
import { writeStickyComment } from '../publish/sticky-comment.ts';
import { changesStyles, checkTouched, touchedBesides, touchedFiles } from '../publish/touched.ts';
import { commentMarkdown } from '../present/pull-request/text.ts';
import type { BaseComparison } from '../store/comparison.ts';
import type { Output } from '../terminal/output.ts';
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
 * on the pull request what changed. Only GitHub's word decides which pull request that is, from
 * which commit it parted and which files it changes. Whatever happens, the comment is of this commit.
 *
 * @throws Refused after the refusal has been written on the pull request
 * @throws NotOpen where there is no pull request to show it on, or none any more
 */
export async function deployPreview(flags: PreviewFlags, output: Output): Promise<void> {
  try {
    await deployIfOpen(flags, gitHubFrom(), output);
  } catch (error) {
    // This run may have taken the place of the one that would have removed the preview.
    if (error instanceof NotOpen)
      await changePublished(flags, 'Remove closed previews', () => undefined, output);
    throw error;
  }
}

async function deployIfOpen(flags: PreviewFlags, github: GitHub, output: Output): Promise<void> {
  const { number, into } = await findPullRequest(github, headOf(flags));
  const shown: Shown = { number, commit: flags.headCommit };
  const how = await writeStickyComment(github, number, pendingMarkdown(shown));
  try {
    const markdown = await receiveAndDeploy(flags, shown, into, github, output);
    await writeStickyComment(github, number, markdown);
  } catch (error) {
    const markdown =
      error instanceof Refused ? refusalMarkdown(error, shown) : failureMarkdown(shown);
    await writeStickyComment(github, number, markdown);
    throw error;
  }
  output.say(`Pull request ${number}: the comment was ${how}.`);
}

const headOf = (flags: PreviewFlags): Head => ({
  repository: flags.headRepository,
  branch: flags.headBranch,
  commit: flags.headCommit,
});

/** The comment on what was received, checked and deployed. */
async function receiveAndDeploy(
  flags: PreviewFlags,
  shown: Shown,
  into: string,
  github: GitHub,
  output: Output,
): Promise<string> {
  const { number, commit } = shown;
  const base = await mergeBase(github, into, commit);
  const touched = await touchedFiles(github, number);
  const received = await receivePreview(flags.artifact, {
    ...shown,
    changesStyles: changesStyles(touched),
  });
  const { comparison } = received;
  checkBase(comparison, base);
  checkTouched(touched, comparison.touched);
  const previewUrl = await deploy(received, shown, flags, github, output);
  const repeat = `npm run compare -- --base ${base.slice(0, 12)}`;
  return commentMarkdown(comparison, {
    number,
    repeat,
    previewUrl,
    besides: touchedBesides(touched),
  });
}

/** @throws Refused where the comparison is with another commit than the one that the branch was left at */
function checkBase({ base }: BaseComparison, commit: string): void {
  if (base.commit !== commit)
    throw new Refused(
      'comparison.json',
      `compares with the commit ${base.commit.slice(0, 12)}, but the pull request parts from ${commit.slice(0, 12)}`,
    );
}

/** Address of the preview; undefined where none was drawn, or where the site has no address. */
async function deploy(
  { site }: Received,
  { number, commit }: Shown,
  flags: PreviewFlags,
  github: GitHub,
  output: Output,
): Promise<string | undefined> {
  const message = `Preview of pull request ${number} at ${commit}`;
  const change = async (folder: string): Promise<void> => {
    if (site === undefined) removePreview(folder, number);
    else writePreview(folder, number, site);
    // Checking takes its time, and so does waiting for others: it may have been closed meanwhile.
    await findPullRequest(github, headOf(flags));
  };
  await changePublished(flags, message, change, output);
  const address = site === undefined ? undefined : await pagesAddress(github);
  return address === undefined ? undefined : `${address}${previewFolder(number)}/index.html`;
}
