import { z } from 'astro/zod';
import { listAll, type GitHub } from './github.ts';

/** Marks the one comment that is edited with each new build; invisible on the page. */
const MARKER = '<!-- steelyard: preview -->';

/** Who comments from a workflow. A comment of anybody else is left alone, whatever it contains. */
const AUTHOR = 'github-actions[bot]';

const commentSchema = z.object({
  id: z.int(),
  body: z.string().nullish(),
  user: z.object({ login: z.string(), type: z.string() }).nullish(),
});

/** GitHub takes 65,536 characters. */
const MOST_CHARACTERS = 60_000;

/** What is too long ends at the end of a line, and says so. */
function shortened(markdown: string): string {
  if (markdown.length <= MOST_CHARACTERS) return markdown;
  const cut = markdown.slice(0, MOST_CHARACTERS);
  return `${cut.slice(0, cut.lastIndexOf('\n') + 1)}\nThe rest is too long for a comment.`;
}

/**
 * Writes the pull request's comment, or edits the one that is there.
 *
 * @param markdown escaped already: GitHub renders it with links and mentions
 */
export async function writeStickyComment(
  github: GitHub,
  number: number,
  markdown: string,
): Promise<'created' | 'edited'> {
  const comments = await listAll(github, `/issues/${number}/comments`, commentSchema);
  const own = comments.find(
    ({ body, user }) =>
      user?.login === AUTHOR && user.type === 'Bot' && body?.startsWith(MARKER) === true,
  );
  const body = `${MARKER}\n${shortened(markdown)}`;
  if (own === undefined) {
    await github.request('POST', `/issues/${number}/comments`, z.unknown(), { body });
    return 'created';
  }
  await github.request('PATCH', `/issues/comments/${own.id}`, z.unknown(), { body });
  return 'edited';
}
