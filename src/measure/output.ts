/** What a program wrote into its standard output or error. */
export interface Output {
  /** All that it wrote. */
  readonly bytes: number;
  /** The end of it, and the whole where it isn't longer than a megabyte. */
  readonly kept: string;
  /** Checksum XXH64 of all of it, hexadecimal; absent where the launcher doesn't read it. */
  readonly xxh64?: string;
}

const KEPT_BYTES = 2 ** 20;

/**
 * Reads a stream and keeps its end.
 * @returns gives what has come until then
 */
export function keepEnd(stream: NodeJS.ReadableStream): () => Output {
  let bytes = 0;
  let kept: Buffer[] = [];
  let held = 0;
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
    held += piece.length;
    kept.push(piece);
    if (held < 2 * KEPT_BYTES) return;
    kept = [Buffer.concat(kept).subarray(-KEPT_BYTES)];
    held = KEPT_BYTES;
  });
  return () => ({ bytes, kept: Buffer.concat(kept).subarray(-KEPT_BYTES).toString('utf8') });
}
