/** Name and major version of the operating system, no patch level. */
import { readFileSync } from 'node:fs';
import { release } from 'node:os';

/**
 * "Debian GNU/Linux 12", "Ubuntu 24.04", "Alpine Linux 3.22" from the text of /etc/os-release.
 * Two numbers where the second one is a release and not a patch (Ubuntu, Alpine).
 */
export function linuxNameIn(osRelease: string): string {
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(osRelease)?.[1];
  const name = field('NAME') ?? 'Linux';
  const version = /^\d+(?:\.\d+)?/.exec(field('VERSION_ID') ?? '')?.[0];
  return version === undefined ? name : `${name} ${version}`;
}

/** macOS 11 came with Darwin 20, macOS 15 with Darwin 24, macOS 26 with Darwin 25. */
export function macNameFor(darwinRelease: string): string {
  const darwin = Number(darwinRelease.split('.')[0]);
  if (!Number.isInteger(darwin) || darwin < 20) return 'macOS';
  return `macOS ${String(darwin >= 25 ? darwin + 1 : darwin - 9)}`;
}

export function osName(): string {
  if (process.platform === 'darwin') return macNameFor(release());
  if (process.platform !== 'linux') return process.platform;
  try {
    return linuxNameIn(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return 'Linux';
  }
}
