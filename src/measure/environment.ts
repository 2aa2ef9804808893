/** The environment that every program gets: a fixed list, nothing of the person's own. */
import { PADDING } from '../plan/round-number.ts';
import { scrubPaths } from './scrub.ts';

/** No project or home folder on it: `npm run` puts the project's own Node first. */
const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * What programs and services get in every invocation, beside a home folder and one for temporary
 * files, which are its own, and the padding of its round. Proxies, certificate settings and start-up
 * files of the person are not in it.
 */
export const commonEnvironment: Readonly<Record<string, string>> = {
  PATH: SYSTEM_PATH,
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
};

/** Nobody else sets these. */
export const reservedVariables: readonly string[] = [
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'LC_ALL',
  'TZ',
  PADDING,
];

/** What a session records of it. */
export const recordedCommonEnvironment: Readonly<Record<string, string>> = {
  PATH: SYSTEM_PATH,
  HOME: '<run>/home',
  TMPDIR: '<run>/tmp',
  LANG: 'C.UTF-8',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  [PADDING]: '<0 to 4095 letters, as many for all of a round>',
};

/**
 * Variables as sessions record them and keys hold them: folders of this machine replaced by names.
 *
 * @param further path → name, of folders beside the project, the home and the temporary one
 */
export function recordedEnvironment(
  environment: Readonly<Record<string, string>>,
  further: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, scrubPaths(value, further)]),
  );
}
