/** Which requests came, how often, and how long each took: the answer checked from outside. */

export interface LedgerReport {
  readonly problems: readonly string[];
  readonly requests: number;
  readonly connections: number;
  readonly peakConcurrent: number;
  readonly shortestNs: number;
  readonly longestNs: number;
}

const NAMED = 3;

function named(what: readonly string[]): string {
  const further = what.length - NAMED;
  return what.slice(0, NAMED).join(', ') + (further > 0 ? ` and ${String(further)} more` : '');
}

export class Ledger {
  readonly #workers: number;
  readonly #requests: number;
  /** How often each pair came; 255 stands for "often". */
  readonly #times: Uint8Array;
  readonly #otherProblems: string[] = [];
  #doubled: string[] = [];
  readonly #known = new WeakSet<object>();
  #connections = 0;
  #received = 0;
  #concurrent = 0;
  #peakConcurrent = 0;
  #shortestNs = Infinity;
  #longestNs = 0;
  #unanswered = 0;

  constructor(workers: number, requests: number) {
    this.#workers = workers;
    this.#requests = requests;
    this.#times = new Uint8Array(workers * requests);
  }

  /** Notes the connection that a request came over: each counts once. */
  connect(connection: object): void {
    if (this.#known.has(connection)) return;
    this.#known.add(connection);
    this.#connections += 1;
  }

  /** Notes a request to `/w/<worker>/<request>`, both from 1. Returns false for any other path. */
  arrive(path: string): boolean {
    const match = /^\/w\/([1-9]\d*)\/([1-9]\d*)$/.exec(path);
    const worker = Number(match?.[1]);
    const request = Number(match?.[2]);
    if (match === null || worker > this.#workers || request > this.#requests) {
      this.complain(`unexpected path ${path.slice(0, 80)}`);
      return false;
    }
    const place = (worker - 1) * this.#requests + (request - 1);
    const before = this.#times[place] ?? 0;
    this.#times[place] = Math.min(255, before + 1);
    if (before === 1) this.#doubled.push(`worker ${String(worker)} request ${String(request)}`);
    this.#received += 1;
    this.#concurrent += 1;
    this.#peakConcurrent = Math.max(this.#peakConcurrent, this.#concurrent);
    return true;
  }

  /** Notes the end of a request that arrived `serviceMs` ago. */
  answer(serviceMs: number): void {
    this.#concurrent -= 1;
    const serviceNs = Math.round(serviceMs * 1e6);
    this.#shortestNs = Math.min(this.#shortestNs, serviceNs);
    this.#longestNs = Math.max(this.#longestNs, serviceNs);
  }

  /** Notes that the other side had gone before its answer was due. */
  abandon(): void {
    this.#concurrent -= 1;
    this.#unanswered += 1;
  }

  complain(problem: string): void {
    if (this.#otherProblems.length < NAMED) this.#otherProblems.push(problem);
  }

  #missing(): string[] {
    const missing: string[] = [];
    this.#times.forEach((times, place) => {
      if (times > 0) return;
      const worker = Math.floor(place / this.#requests) + 1;
      missing.push(`worker ${String(worker)} request ${String((place % this.#requests) + 1)}`);
    });
    return missing;
  }

  report(): LedgerReport {
    const problems = [...this.#otherProblems];
    if (this.#doubled.length > 0) problems.push(`came more than once: ${named(this.#doubled)}`);
    const missing = this.#missing();
    if (missing.length > 0) problems.push(`never came: ${named(missing)}`);
    if (this.#unanswered > 0) {
      problems.push(`connections closed before the answer: ${String(this.#unanswered)}`);
    }
    return {
      problems,
      requests: this.#received,
      connections: this.#connections,
      peakConcurrent: this.#peakConcurrent,
      shortestNs: this.#shortestNs === Infinity ? 0 : this.#shortestNs,
      longestNs: this.#longestNs,
    };
  }
}
