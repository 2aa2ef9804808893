/**
 * Whether a pull request changes style sheets. Its preview is drawn with the default branch's, and
 * says so then.
 *
 * @param names changed files, relative to the project
 */
export function changesStyles(names: readonly string[]): boolean {
  return names.some((name) => name.startsWith('src/styles/'));
}
