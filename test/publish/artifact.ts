/** Artifacts as a pull request's build uploads them, and as a hostile one would. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { BaseComparison } from '../../src/store/comparison.ts';
import { aComparison, measured, programsChanged } from '../fixtures/comparison.ts';

export const COMMIT = 'a'.repeat(40);

const REGULAR = 0o100644;
export const FOLDER = 0o040755;
export const LINK = 0o120777;
export const DEVICE = 0o060644;

interface HostileFile {
  readonly content: string | Uint8Array;
  /** Unix kind and permissions. */
  readonly mode: number;
}

export type Contents = Readonly<Record<string, string | Uint8Array | HostileFile>>;

/** Writes a zip with these files; no path in it is too bad. */
export function writeArtifact(zip: string, contents: Contents): string {
  const files: Zippable = {};
  for (const [path, given] of Object.entries(contents)) {
    const { content, mode } = isHostile(given) ? given : { content: given, mode: REGULAR };
    files[path] = [bytesOf(content), { os: 3, attrs: (mode << 16) >>> 0, level: 1 }];
  }
  writeFileSync(zip, zipSync(files));
  return zip;
}

function isHostile(given: Contents[string]): given is HostileFile {
  return typeof given === 'object' && 'mode' in given;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

/** The pages of a folder under `site/`. */
export function siteOf(folder: string): Record<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [`site/${relative(folder, file)}`, readFileSync(file)]),
  );
}

/** A page with nothing wrong but this in its body. */
export function pageWith(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`;
}

const at = (commit: string): Pick<BaseComparison, 'head'> => ({ head: { commit, dirty: false } });

/** A comparison of a commit that makes one program a fifth slower. */
export function slower(commit: string): BaseComparison {
  return programsChanged([measured('quick', 1.2)], at(commit));
}

/** A comparison of a commit that changes only text. */
export function unchanged(commit: string): BaseComparison {
  return aComparison(at(commit));
}
