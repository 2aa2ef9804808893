/** What session.json says where no commit is known. */
export const UNKNOWN_COMMIT = 'unknown';

/** The name of a git commit, whole. */
export const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
