/** A title as an anchor: "I/O-bound orchestration" becomes "i-o-bound-orchestration". */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
