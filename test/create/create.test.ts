/** What `npm create steelyard` writes, without installing: from nothing, from commands, from an export. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fillIn } from '../../src/scenario/template.ts';

const creator = join(import.meta.dirname, '..', '..', 'create', 'index.mjs');
const folder = mkdtempSync(join(tmpdir(), 'steelyard-create-'));
afterAll(() => rmSync(folder, { recursive: true }));

function create(name: string, ...words: readonly string[]) {
  const args = [creator, name, '--no-build', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const read = (name: string, file: string): string => readFileSync(join(folder, name, file), 'utf8');
const scenario = (name: string): string => read(name, 'runners/scenarios/compare.ts');

describe('a project from nothing', () => {
  it('has its title over its README, and names the manuals', () => {
    expect(create('read-me').status).toBe(0);
    expect(read('read-me', 'README.md')).toMatch(/^# grep and awk\n/);
    for (const manual of ['writing', 'scenarios', 'publishing'])
      expect(read('read-me', 'README.md')).toContain(`node_modules/steelyard/docs/${manual}.md`);
  });

  it('compares two tools that are on every machine, which agree', () => {
    expect(create('first')).toMatchObject({ status: 0, stderr: '' });
    expect(scenario('first')).toContain(`tool: 'grep', args: ['-c', 'e', '{input:text}']`);
    expect(scenario('first')).toContain('check: { agree: {} }');
    expect(scenario('first')).not.toMatch(/__[a-z]+__/);
  });

  it('has its page, its scripts and what git leaves out', () => {
    expect(readdirSync(join(folder, 'first')).sort()).toEqual([
      '.github',
      '.gitignore',
      'README.md',
      'astro.config.mjs',
      'content',
      'package.json',
      'runners',
    ]);
    expect(read('first', 'content/first/index.mdx')).toContain('title: "grep and awk"');
    const { scripts, dependencies } = JSON.parse(read('first', 'package.json')) as {
      scripts: Record<string, string>;
      dependencies: Record<string, string>;
    };
    expect(scripts).toMatchObject({ build: 'steelyard build', test: 'steelyard check' });
    expect(Object.keys(dependencies).sort()).toEqual(['astro', 'steelyard', 'vite']);
  });
});

describe('the text that is made', () => {
  const made = (seed: number): string => {
    const generator = join(creator, '..', 'template', 'runners', 'inputs', 'text.mjs');
    const out = join(folder, `text-${seed}`);
    execFileSync(process.execPath, [generator, '--megabytes=1', `--seed=${seed}`, `--out=${out}`]);
    return readFileSync(out, 'utf8');
  };

  it('is another one throughout, and another one with each seed', () => {
    const lines = made(1).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10_000);
    expect(new Set(lines).size).toBeGreaterThan(0.999 * lines.length);
    const shared = new Set(lines).intersection(new Set(made(2).split('\n')));
    expect(shared.size).toBeLessThan(0.001 * lines.length);
  });
});

describe('commands', () => {
  it('become words: quotes are taken off, braces of their own are doubled, the input is a placeholder', () => {
    create('words', `grep -c "a b" {input}`, `awk '{print}' {input}`);
    expect(scenario('words')).toContain(`args: ['-c', 'a b', '{input:text}']`);
    expect(scenario('words')).toContain(`args: ['{{print}', '{input:text}']`);
  });

  it('keep braces of their own, doubled ones too', () => {
    const templates = `echo '{{.Name}}' '{{json}}' {input}`;
    create('templates', templates);
    const [, args = ''] = /args: \[(.*?)\]/.exec(scenario('templates')) ?? [];
    const words = args.split(', ').map((word) => word.slice(1, -1));
    expect(fillIn(words, { 'input:text': 'text' })).toEqual(['{{.Name}}', '{{json}}', 'text']);
  });

  it('that need a shell get one, and the input as its argument', () => {
    create('shell', 'grep -c e {input}', 'grep e {input} | wc -l');
    expect(scenario('shell')).toContain(
      `tool: 'sh', args: ['-c', 'grep e "$1" | wc -l', 'sh', '{input:text}']`,
    );
  });

  it('of one tool have an id each, and are told by their words', () => {
    create('twice', 'sleep 0.01', 'sleep 0.02');
    expect(scenario('twice')).toContain("id: 'sleep', tool: 'sleep', args: ['0.01']");
    expect(scenario('twice')).toContain("id: 'sleep-2', tool: 'sleep', args: ['0.02']");
    expect(read('twice', 'content/twice/index.mdx')).toContain('"sleep 0.01 and sleep 0.02"');
    // No input is made that nobody reads.
    expect(readdirSync(join(folder, 'twice', 'runners'))).toEqual(['scenarios']);
  });

  it('that write different things are not said to agree, and a person hears so', () => {
    const { stdout } = create('different', 'echo a', 'echo b');
    expect(scenario('different')).toContain(
      "check: { none: 'The commands write different things.' }",
    );
    expect(stdout).toContain('say in the scenario what is right ("check")');
  });

  it('are said to do the same only where they give the same', () => {
    const page = (name: string): string => read(name, `content/${name}/index.mdx`);
    create('same', 'echo a', 'printf a');
    expect(scenario('same')).toContain("check: { agree: { after: ['trim'] } }");
    expect(scenario('same')).toContain('gives the same result');
    expect(page('same')).toContain('is checked before a time counts');
    for (const [name, ...lines] of [
      ['other-words', 'echo a', 'echo b'],
      ['no-words', 'sleep 0.01', 'sleep 0.02'],
    ]) {
      create(name!, ...lines);
      expect(scenario(name!)).not.toMatch(/the same result/);
      expect(page(name!)).not.toMatch(/checked before|The same work/);
      expect(page(name!)).toMatch(/not checked\. The commands write (different things|nothing)\./);
    }
  });

  it('that write much are held to the same bytes, which may be of any length', () => {
    create('much', 'cat {input}', 'dd status=none if={input}');
    expect(scenario('much')).toContain('check: { agree: {} }');
  });

  it('count memory in both ways, but for pipelines, which are more than one process', () => {
    create('one-process', 'echo a', 'printf a');
    expect(read('one-process', 'content/one-process/index.mdx')).toContain(
      'measure: [peakTree, peakProcess], as: memory',
    );
    create('pipeline', 'echo a', 'echo a | cat');
    expect(read('pipeline', 'content/pipeline/index.mdx')).toContain('measure: peakTree, as');
    expect(scenario('pipeline')).not.toContain('peakProcess');
  });

  it('may stand behind a bare "--", as npm hands it on', () => {
    expect(create('handed-on', '--', 'echo a')).toMatchObject({ status: 0, stderr: '' });
    expect(scenario('handed-on')).toContain(`tool: 'echo', args: ['a']`);
  });

  it('that aren’t here, or end with another code than 0, are told of', () => {
    const { stdout } = create('odd', 'no-such-tool-here', 'false');
    expect(stdout).toContain('"no-such-tool-here" is not on this machine');
    expect(scenario('odd')).toContain("tool: 'false', args: [], exitCodes: [1]");
  });
});

describe('an export of hyperfine', () => {
  const exported = (value: unknown): string => {
    writeFileSync(join(folder, 'results.json'), JSON.stringify(value));
    return 'results.json';
  };

  it('gives its commands, each once, and none of its times', () => {
    const results = ['true', 'true -x', 'true'].map((command) => ({ command, mean: 123.456 }));
    create('exported', '--from', exported({ results }));
    expect(scenario('exported').match(/tool: 'true'/g)).toHaveLength(2);
    expect(scenario('exported')).not.toContain('123');
  });

  it.each([[{}], [{ results: [] }], [{ results: [{ mean: 1 }] }]])(
    'without commands is refused: %j',
    (value) => {
      const { status, stderr } = create('refused', '--from', exported(value));
      expect(status).toBe(2);
      expect(stderr).toMatch(/^✖ The export holds no commands: expected/);
    },
  );
});

describe('a mistake', () => {
  it.each([
    [['first'], /first is there already, and something is in it/],
    [['new', '--frm'], /There is no --frm\. See --help/],
    [['new', 'a', '--from', 'b'], /not both/],
    [['new', '--from', 'nowhere.json'], /nowhere\.json can't be read/],
    [['new', 'grep -c e {inptu}'], /no \{inptu\} in 'grep -c e \{inptu\}': did you mean \{input\}/],
    [
      ['new', 'grep -c e no-such-file'],
      /'grep .*' ends with exit code 2: .*no-such-file.*\n.*empty/,
    ],
    [
      ['new', 'cat {input}/below'],
      /'cat \{input\}\/below' ends with exit code 1: .*\{input\}\/below/,
    ],
  ])('%j ends with 2 and says what to do', ([name = '', ...words], message) => {
    const { status, stderr } = create(name, ...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
