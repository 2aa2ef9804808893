/** What the preview of a pull request may take. Said nowhere else: reading, telling and testing ask here. */

export interface Limits {
  readonly files: number;
  readonly fileBytes: number;
  /** Of all files unpacked, and of the zip itself. */
  readonly totalBytes: number;
}

/** A document of today takes 117 files and 5.6 MB; each session accepted before it 27 files and 1 MB. */
export const PREVIEW_LIMITS: Limits = { files: 2000, fileBytes: 10e6, totalBytes: 50e6 };

/**
 * What one page of a preview may hold once it is read: a few bytes of HTML can open many elements again and again.
 * The largest page of today holds 12 000 nodes, 16 deep.
 */
export const PAGE_LIMITS = { nodes: 100_000, depth: 100 };

/** "50 MB", "5.6 MB". */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e5) / 10} MB`;
}
