/** As much of GitHub's REST interface as previews use, served on this machine. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface FakePull {
  readonly number: number;
  /** "owner/name" of the head's repository. */
  readonly repository: string;
  readonly branch: string;
  commit: string;
  readonly base?: string;
  state: 'open' | 'closed';
  /** Changed files. */
  readonly files: readonly string[];
  /** Earlier names of those that were renamed, by their names. */
  readonly renamed?: Readonly<Record<string, string>>;
}

export interface FakeComment {
  readonly id: number;
  readonly number: number;
  readonly login: string;
  body: string;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, string>;
}

const REPOSITORY = 'maintainer/steelyard';
const TOKEN = 'a-token';
/** Routes whose second part is a value. */
const ALONE = new Set(['pulls', 'pages', 'compare']);

export class FakeGitHub {
  readonly pulls: FakePull[] = [];
  readonly comments: FakeComment[] = [];
  /** All that comments ever said, in order. */
  readonly bodies: string[] = [];
  /** "POST /pages/builds" and so on, in order. */
  readonly requests: string[] = [];
  /** Gets each request before it is answered; may change what is here, or answer in its place. */
  before: (asked: Asked) => [status: number, answer: unknown] | undefined = () => undefined;
  /** Most items of a page, whatever is asked for. */
  pageSize = 100;
  /** Where every pull request parts from the default branch. */
  mergeBase = 'a'.repeat(40);
  readonly #server: Server = createServer((request, response) => {
    void this.#answer(request).then(([status, answer]) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  /** What a workflow's environment says of it. */
  get env(): Record<string, string> {
    const { port } = this.#server.address() as AddressInfo;
    return {
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_TOKEN: TOKEN,
    };
  }

  comment(number: number, login: string, body: string): void {
    this.bodies.push(body);
    this.comments.push({ id: 1000 + this.comments.length, number, login, body });
  }

  async #answer(request: IncomingMessage): Promise<[number, unknown]> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(`/repos/${REPOSITORY}`, '');
    this.requests.push(`${method} ${path}`);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return [401, { message: 'no' }];
    const chunks = (await request.toArray()) as Buffer[];
    const text = Buffer.concat(chunks).toString();
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, string>;
    const asked = { method, path, query: url.searchParams, body };
    return this.before(asked) ?? this.#route(asked);
  }

  #route({ method, path, query, body }: Asked): [number, unknown] {
    const [, thing, id, part] = path.split('/');
    const route = `${method} ${thing} ${part ?? (ALONE.has(thing ?? '') ? '' : id)}`;
    switch (route.trim()) {
      case 'GET pulls':
        return [200, this.#page(query, this.#pullsOf(query))];
      case 'GET pulls files': {
        const pull = this.pulls.find(({ number }) => String(number) === id);
        return [
          200,
          this.#page(
            query,
            (pull?.files ?? []).map((filename) => ({
              filename,
              previous_filename: pull?.renamed?.[filename],
            })),
          ),
        ];
      }
      case 'GET compare':
        return [200, { merge_base_commit: { sha: this.mergeBase } }];
      case 'GET issues comments':
        return [200, this.#page(query, this.#commentsOf(Number(id)))];
      case 'POST issues comments':
        this.comment(Number(id), 'github-actions[bot]', body['body'] ?? '');
        return [201, {}];
      case 'GET pages':
        return [200, { html_url: 'https://maintainer.example/steelyard/' }];
      case 'POST pages':
        return [201, { status: 'queued' }];
      default:
        return method === 'PATCH' ? this.#edit(Number(part), body['body'] ?? '') : [404, { path }];
    }
  }

  #edit(id: number, body: string): [number, unknown] {
    const comment = this.comments.find((one) => one.id === id);
    if (comment === undefined) return [404, {}];
    this.bodies.push(body);
    comment.body = body;
    return [200, {}];
  }

  /** Filtered as GitHub does: by state and, where it is asked for, "owner:branch". */
  #pullsOf(query: URLSearchParams): unknown[] {
    const head = query.get('head');
    return this.pulls
      .filter(({ state }) => state === query.get('state'))
      .filter((pull) => head === null || `${pull.repository.split('/')[0]}:${pull.branch}` === head)
      .map(({ number, commit, repository, base = 'main' }) => ({
        number,
        head: { sha: commit, repo: { full_name: repository } },
        base: { ref: base, repo: { default_branch: 'main' } },
      }));
  }

  #commentsOf(number: number): unknown[] {
    return this.comments
      .filter((comment) => comment.number === number)
      .map(({ id, body, login }) => ({
        id,
        body,
        user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
      }));
  }

  /** GitHub hands out lists in pages. */
  #page(query: URLSearchParams, all: readonly unknown[]): unknown[] {
    const size = Math.min(Number(query.get('per_page') ?? 30), this.pageSize);
    const start = (Number(query.get('page') ?? 1) - 1) * size;
    return all.slice(start, start + size);
  }
}
