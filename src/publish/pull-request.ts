import { z } from 'astro/zod';
import { Problem } from '../scenario/problem.ts';
import { listAll, type GitHub } from './github.ts';

/** Whence a workflow run came, as GitHub says it; nothing that the run itself wrote. */
export interface Head {
  /** "owner/name" of the repository, a fork's for instance. */
  readonly repository: string;
  readonly branch: string;
  readonly commit: string;
}

const pullSchema = z.object({
  number: z.int().positive(),
  head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  base: z.object({ ref: z.string(), repo: z.object({ default_branch: z.string() }) }),
});

export interface FoundPull {
  readonly number: number;
  /** The branch that it is to be merged into, which is the default branch. */
  readonly into: string;
}

/** There is no open pull request to show a build on. */
export class NotOpen extends Problem {
  constructor({ repository, commit }: Head) {
    super(
      'finding',
      `No open pull request into the default branch has the head ${commit.slice(0, 7)} of ${repository}: it was closed, or has a newer commit. Nothing was deployed.`,
    );
    this.name = 'NotOpen';
  }
}

/**
 * The open pull request whose head is this commit. Asked by the head's branch: GitHub
 * doesn't connect a fork's commit with a pull request of this repository.
 *
 * @throws NotOpen when there is none, because it was closed or has a newer commit
 */
export async function findPullRequest(github: GitHub, head: Head): Promise<FoundPull> {
  const owner = head.repository.split('/')[0]!;
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${head.branch}` });
  const pulls = await listAll(github, `/pulls?${query.toString()}`, pullSchema);
  const found = pulls.find(
    (pull) =>
      pull.head.sha === head.commit &&
      pull.head.repo?.full_name === head.repository &&
      pull.base.ref === pull.base.repo.default_branch,
  );
  if (found !== undefined) return { number: found.number, into: found.base.ref };
  throw new NotOpen(head);
}

/**
 * Numbers of all open pull requests. The oldest come first, so that one that is opened meanwhile moves no other.
 *
 * @throws Problem (blocked) when the list can't be read in full
 */
export async function openPullRequests(github: GitHub): Promise<ReadonlySet<number>> {
  const query = new URLSearchParams({ state: 'open', sort: 'created', direction: 'asc' });
  const item = z.object({ number: z.int().positive() });
  const pulls = await listAll(github, `/pulls?${query.toString()}`, item);
  return new Set(pulls.map(({ number }) => number));
}

const comparedSchema = z.object({ merge_base_commit: z.object({ sha: z.string() }) });

/** The commit at which a branch and a pull request's head part, as GitHub knows it. */
export async function mergeBase(github: GitHub, branch: string, commit: string): Promise<string> {
  const path = `/compare/${encodeURIComponent(branch)}...${commit}`;
  const compared = await github.request('GET', path, comparedSchema);
  return compared.merge_base_commit.sha;
}
