/** The addresses that the environment names: where the pages will be served, and where the sources are. */
import { Problem } from '../scenario/problem.ts';
import { setting, type Env } from '../scenario/setting.ts';
import { repositoryUrl } from './repository.ts';

export interface Addresses {
  /** Of the host, `https://example.org`; absent where the pages shall not name their own. */
  readonly site?: string;
  /** Path of the pages on it: begins and ends with "/". */
  readonly base: string;
}

/**
 * Reads STEELYARD_SITE and STEELYARD_BASE, and looks whether STEELYARD_REPOSITORY can be read.
 * Slashes that are missing at the ends are added.
 *
 * @throws Problem (usage) for an address whose meaning isn't plain
 */
export function readAddresses(env: Env = process.env): Addresses {
  checkRepository(env);
  const site = readSite(setting('STEELYARD_SITE', env));
  return { ...(site !== undefined && { site }), base: readBase(setting('STEELYARD_BASE', env)) };
}

function readSite(named: string | undefined): string | undefined {
  if (named === undefined) return undefined;
  const refuse = (why: string): Problem => wrong('STEELYARD_SITE', named, why);
  const example = 'Write the address of the host, such as https://example.org';
  const url = URL.canParse(named) ? new URL(named) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || /\s/.test(named))
    throw refuse(`is no address of a site. ${example}.`);
  if (url.username !== '' || url.password !== '' || /[?#]/.test(named))
    throw refuse(`holds more than a host. ${example}.`);
  if (url.pathname !== '/') {
    const base = url.pathname.replace(/\/*$/, '/');
    const instead = `STEELYARD_SITE=${url.origin} and STEELYARD_BASE=${base}`;
    throw refuse(`has a path, which belongs into STEELYARD_BASE. Set ${instead} instead.`);
  }
  return url.origin;
}

function readBase(named: string | undefined): string {
  if (named === undefined) return '/';
  const inner = named.replace(/^\//, '').replace(/\/$/, '');
  const segments = inner.split('/');
  const isPlain = segments.every(
    (segment) => /^[\w.~@+-]+$/.test(segment) && !/^\.{1,2}$/.test(segment),
  );
  if (inner === '' && named === '/') return '/';
  if (isPlain) return `/${inner}/`;
  throw wrong(
    'STEELYARD_BASE',
    named,
    'is no path of pages. Write the path alone, of letters, digits and . _ ~ @ + - between single slashes, such as /steelyard/; ' +
      'the host belongs into STEELYARD_SITE.',
  );
}

function checkRepository(env: Env): void {
  const named = setting('STEELYARD_REPOSITORY', env);
  if (named === undefined || repositoryUrl(env) !== undefined) return;
  throw wrong(
    'STEELYARD_REPOSITORY',
    named,
    'is no address of a repository that a browser can open. Write it whole, such as https://code.example.org/me/project, or as me/project for one on GitHub.',
  );
}

const wrong = (variable: string, value: string, why: string): Problem =>
  new Problem('usage', `${variable} is "${value}", which ${why}`);
