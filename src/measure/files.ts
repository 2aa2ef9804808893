import { open, type FileHandle } from 'node:fs/promises';

/** Any descriptor works; execa's types know only those up to 9. */
export function descriptor(file: FileHandle): 3 {
  return file.fd as 3;
}

const TAIL_BYTES = 65_536;

/** The end of a file that a program may have written gigabytes into. */
export async function readTail(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8');
  } finally {
    await handle.close();
  }
}
