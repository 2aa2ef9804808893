/** Where the sources can be read in public, if the project says so. */
import { readPackage, type PackageJson } from '../project.ts';
import { setting, type Env } from '../scenario/setting.ts';
import { COMMIT } from '../store/commit.ts';
import type { Session } from '../store/schema.ts';

/**
 * Address of the repository as a browser opens it, without a slash at its end, and without a name
 * or password that it was cloned with; undefined where neither the environment
 * (`STEELYARD_REPOSITORY`) nor package.json (`repository`) names one.
 */
export function repositoryUrl(
  env: Env = process.env,
  declared: PackageJson['repository'] = readPackage().repository,
): string | undefined {
  const named =
    setting('STEELYARD_REPOSITORY', env) ??
    (typeof declared === 'string' ? declared : declared?.url);
  if (named === undefined || named === '') return undefined;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(named)?.[1];
  if (short !== undefined) return `https://github.com/${short}`;
  const url = named
    .replace(/^git\+/, '')
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/^git:\/\//, 'https://')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
  if (!/^https?:\/\/\S+$/.test(url) || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/$/, '')}`;
}

/**
 * A measured file in the repository at the commit that measured it.
 *
 * @param path as in session.json: below runners/
 * @returns undefined without a repository, without a commit, or where the tree held changes that
 *   were not committed: what stands there may then be another text
 */
export function sourceUrl(
  { harness }: Pick<Session, 'harness'>,
  path: string,
  repository = repositoryUrl(),
): string | undefined {
  if (repository === undefined || harness.dirty) return undefined;
  if (!COMMIT.test(harness.commit)) return undefined;
  return `${repository}/blob/${harness.commit}/runners/${path}`;
}

/** An accepted session's folder in the repository, as its newest commit holds it; undefined without a repository. */
export function keptUrl(
  { id }: Pick<Session, 'id'>,
  repository = repositoryUrl(),
): string | undefined {
  return repository === undefined ? undefined : `${repository}/tree/HEAD/data/sessions/${id}`;
}
