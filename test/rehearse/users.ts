/** Who rehearses: the user that runs this and, where that is root, an ordinary one too. */
export interface User {
  readonly title: 'root' | 'ordinary user';
  /** Absent for the user that runs this. */
  readonly id?: number;
}

/** "nobody" of Debian and macOS' "nobody" as an unsigned number: owns nothing. */
const NOBODY = process.platform === 'darwin' ? 4294967294 : 65534;

export function users(): User[] {
  if (process.getuid?.() !== 0) return [{ title: 'ordinary user' }];
  return [{ title: 'root' }, { title: 'ordinary user', id: NOBODY }];
}
