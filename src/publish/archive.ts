/**
 * An archive, of a pull request's build or of a session, read from its zip into memory. It is never unpacked onto
 * a disk, so a path or a link in it can't reach anything.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { z } from 'astro/zod';
import { megabytes, PREVIEW_LIMITS, type Limits } from './limits.ts';
import { Refused } from './refused.ts';

/** Contents by path, with "/" between folders. */
export type Files = ReadonlyMap<string, Buffer>;

/**
 * Reads a zip whole.
 *
 * @throws Refused for a link or another thing that is no file, for a path that leaves the archive
 *   or has odd characters, for one below a file, and for what exceeds the limits
 */
export async function readArchive(zip: string, limits: Limits = PREVIEW_LIMITS): Promise<Files> {
  if (!existsSync(zip)) throw new Refused('the archive', 'is missing: the build handed over none');
  if (statSync(zip).size > limits.totalBytes)
    throw new Refused('the archive', `is larger than ${megabytes(limits.totalBytes)}`);
  const files = new Map<string, Buffer>();
  let total = 0;
  for await (const entry of entriesOf(await openArchive(zip))) {
    const { path, bytes } = entry;
    if (files.has(path)) throw new Refused(path, 'is in the archive twice');
    total += bytes.declared;
    if (bytes.declared > limits.fileBytes)
      throw new Refused(path, `is larger than ${megabytes(limits.fileBytes)}`);
    if (total > limits.totalBytes)
      throw new Refused(path, `takes the archive beyond ${megabytes(limits.totalBytes)}`);
    if (files.size >= limits.files)
      throw new Refused(path, `is one of more than ${limits.files} files`);
    files.set(path, await bytes.read());
  }
  checkFolders(files);
  return files;
}

/** A zip may hold `a` and `a/b`, which no disk does. */
function checkFolders(files: Files): void {
  for (const path of files.keys()) {
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      if (files.has(folder)) throw new Refused(path, `stands below ${folder}, which is a file`);
    }
  }
}

interface ArchiveFile {
  readonly path: string;
  readonly bytes: { readonly declared: number; read(): Promise<Buffer> };
}

async function openArchive(zip: string): Promise<ZipFile> {
  try {
    return await fromBufferPromise(readFileSync(zip), {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
  } catch (error) {
    throw new Refused('the archive', `is no zip that can be read (${messageOf(error)})`);
  }
}

/** The files of an archive in its order; folders are left out. */
async function* entriesOf(archive: ZipFile): AsyncGenerator<ArchiveFile> {
  const entries = archive.eachEntry();
  for (;;) {
    const next = await asRefusal('the archive', () => entries.next());
    if (next.done === true) return;
    const entry = next.value;
    const path = checkedPath(entry);
    if (path === undefined) continue;
    yield {
      path,
      bytes: {
        declared: entry.uncompressedSize,
        read: () => asRefusal(path, () => contentOf(archive, entry)),
      },
    };
  }
}

async function contentOf(archive: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await archive.openReadStreamPromise(entry);
  // The reader ends with an error once a file is longer than it was declared.
  const chunks = (await stream.toArray()) as Buffer[];
  return Buffer.concat(chunks);
}

/** A folder or file name: no leading dot, nothing that an address or a shell would read otherwise. */
const pathPattern = /^(?:\w[\w.-]*\/)*\w[\w.-]*$/;
const LONGEST_PATH = 240;

/** The path of a regular file, undefined for a folder. */
function checkedPath(entry: Entry): string | undefined {
  const { fileName } = entry;
  // Unix permissions stand in the upper half; zero where the zip was made without them.
  const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
  const isFolder = fileName.endsWith('/');
  if (kind === 0o120000) throw new Refused(fileName, 'is a link');
  if (kind !== 0 && kind !== (isFolder ? 0o040000 : 0o100000))
    throw new Refused(fileName, 'is no regular file');
  const path = isFolder ? fileName.slice(0, -1) : fileName;
  if (!pathPattern.test(path) || path.length > LONGEST_PATH)
    throw new Refused(fileName, 'has a name that no file of ours has');
  return isFolder ? undefined : path;
}

async function asRefusal<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new Refused(file, `can't be read (${messageOf(error)})`);
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** A JSON file of the archive by its schema. */
export function parseJson<T>(files: Files, path: string, schema: z.ZodType<T>): T {
  const content = files.get(path);
  if (content === undefined) throw new Refused(path, 'is missing');
  const text = utf8(path, content);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refused(path, 'is no JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new Refused(path, `does not follow its schema: ${firstIssue(parsed.error)}`);
  return parsed.data;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'unknown' : `${issue.path.join('.')}: ${issue.message}`;
}

/** The text of a file, which must be UTF-8. */
export function utf8(path: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new Refused(path, 'is no UTF-8');
  }
}
