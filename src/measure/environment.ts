/** The environment that every program gets: a fixed list, nothing of the person's own. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { scrubPaths } from './scrub.ts';

/** No project or home folder on it: `npm run` puts the project's own Node first. */
const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * The whole environment for programs and services. Proxies, certificate settings and start-up
 * files of the person are not in it.
 * @param options.scratch gets an empty home folder and one for temporary files
 * @param further what runtimes need set for all alike, for example a hash seed
 */
export function allowedEnvironment(
  options: { readonly scratch: string },
  further: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const home = join(options.scratch, 'home');
  const temporary = join(options.scratch, 'tmp');
  for (const folder of [home, temporary]) mkdirSync(folder, { recursive: true });
  return {
    PATH: SYSTEM_PATH,
    HOME: home,
    TMPDIR: temporary,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    ...further,
  };
}

/**
 * The environment as a session records it: folders of this machine replaced by names.
 * @param names path → name, for example the scratch folder → `<scratch>`
 */
export function recordedEnvironment(
  environment: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, scrubPaths(value, names)]),
  );
}
