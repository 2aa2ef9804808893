/** As much of GitHub's REST interface as previews need. */
import { z } from 'astro/zod';
import { manual } from '../engine.ts';
import { Problem } from '../scenario/problem.ts';

export interface GitHub {
  /** "owner/name". */
  readonly repository: string;
  /**
   * Sends one request below `/repos/<owner>/<name>`.
   *
   * @throws Problem (blocked) when GitHub can't be reached, refuses, or answers in another form
   */
  request<T>(method: string, path: string, answer: z.ZodType<T>, body?: object): Promise<T>;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The repository and token that a workflow's environment names. */
export function gitHubFrom(env: Env = process.env): GitHub {
  const repository = required(env, 'GITHUB_REPOSITORY');
  const token = required(env, 'GITHUB_TOKEN');
  const api = (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/$/, '');
  return {
    repository,
    async request(method, path, answer, body) {
      const what = `${method} ${path}`;
      const url = `${api}/repos/${repository}${path}`;
      const { ok, status, text } = await send(url, method, token, body, what);
      if (!ok)
        throw new Problem('blocked', `GitHub answered ${status} to ${what}: ${text.slice(0, 300)}`);
      const parsed = answer.safeParse(parseOr(text));
      if (!parsed.success)
        throw new Problem(
          'blocked',
          `GitHub's answer to ${what} has another form than expected: ${z.prettifyError(parsed.error)}`,
        );
      return parsed.data;
    },
  };
}

async function send(
  url: string,
  method: string,
  token: string,
  body: object | undefined,
  what: string,
): Promise<{ ok: boolean; status: number; text: string }> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'x-github-api-version': '2022-11-28',
      },
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // Inside, since an answer can break off in the middle.
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch (error) {
    throw new Problem('blocked', `GitHub could not be reached for ${what}: ${String(error)}`);
  }
}

/** Undefined for what is no JSON: a page of whoever stands between. */
function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function required(env: Env, name: string): string {
  const value = env[name];
  if (value === undefined || value === '')
    throw new Problem(
      'usage',
      `The environment variable ${name} is missing. Workflows set it; see ${manual('docs/publishing.md')}.`,
    );
  return value;
}

/** More pages than any list has: one that goes on is a mistake, and no list that was read whole. */
const MOST_PAGES = 1000;

/**
 * All items of a list that GitHub hands out in pages of at most a hundred. Only an empty page ends it:
 * a host may allow fewer in a page, and leave out of a page what its reader may not see.
 *
 * @throws Problem (blocked) for a list without an end: a part of it is never taken for the whole
 */
export async function listAll<T>(github: GitHub, path: string, item: z.ZodType<T>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const join = path.includes('?') ? '&' : '?';
    const items = await github.request(
      'GET',
      `${path}${join}per_page=100&page=${page}`,
      z.array(item),
    );
    if (items.length === 0) return all;
    all.push(...items);
  }
  throw new Problem('blocked', `GitHub's list of ${path} has no end.`);
}
