/** Small numbers beside claims: in page order, the same for the same runs. */
const numbers = new WeakMap<App.Locals, Map<string, number>>();

/** The number of a case's runs on this page. */
export function evidenceNumber(locals: App.Locals, caseId: string): number {
  const known = numbers.get(locals) ?? new Map<string, number>();
  numbers.set(locals, known);
  const number = known.get(caseId) ?? known.size + 1;
  known.set(caseId, number);
  return number;
}
