import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json' with { type: 'json' };

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly name: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: object;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: Readonly<Record<string, string>>; readonly steps: Step[] }
    >
  >;
}

const folder = join(import.meta.dirname, '..', '..', '.github', 'workflows');
const names = readdirSync(folder);
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const workflow = (name: string): Workflow => parse(textOf(name)) as Workflow;
const stepsOf = (name: string): Step[] =>
  Object.values(workflow(name).jobs).flatMap(({ steps }) => steps);

describe('the workflows', () => {
  it('are these', () => {
    expect(names.sort()).toEqual([
      'check.yml',
      'measure.yml',
      'preview-close.yml',
      'preview-deploy.yml',
      'preview.yml',
      'publish.yml',
      'replicate.yml',
    ]);
  });

  it.each(names)('%s uses actions by the hash of a commit, with its version', (name) => {
    const uses = [...textOf(name).matchAll(/uses: (.*)$/gm)].map(([, used]) => used);
    expect(uses.length).toBeGreaterThan(0);
    for (const used of uses) expect(used).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it.each(names)('%s grants nothing but what a job asks for', (name) => {
    const { permissions, jobs, concurrency } = workflow(name);
    expect(permissions).toEqual({});
    expect(concurrency).toBeDefined();
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
  });

  it.each(names)('%s puts nothing of an event into a script', (name) => {
    const scripts = stepsOf(name).flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).not.toContain('${{');
  });

  it.each(names)('%s leaves no token in the checkout', (name) => {
    const checkouts = stepsOf(name).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false);
  });

  it.each(names)('%s runs only scripts that there are', (name) => {
    const run = stepsOf(name).flatMap((step) => [
      ...(step.run ?? '').matchAll(/npm run (?:--silent )?([\w-]+)/g),
    ]);
    for (const [, script] of run) expect(packageJson.scripts).toHaveProperty(script ?? '');
  });
});

describe('the workflow that runs a pull request’s code', () => {
  it('may only read, and knows no secret', () => {
    const permissions = Object.values(workflow('preview.yml').jobs).map((job) => job.permissions);
    expect(permissions).toEqual([{ contents: 'read' }]);
    expect(textOf('preview.yml')).not.toMatch(/secrets|github\.token|pull_request_target/);
  });
});

describe('a job that changes the pages branch', () => {
  const changing = /npm run (?:--silent )?(?:publish-pages|preview-deploy|preview-close)/;
  const jobs = names.flatMap((name) =>
    Object.entries(workflow(name).jobs)
      .filter(([, { steps }]) => steps.some(({ run }) => changing.test(run ?? '')))
      .map(([id, { permissions }]) => ({ place: `${name}: ${id}`, permissions })),
  );

  it('is one of these', () => {
    expect(jobs.map(({ place }) => place)).toEqual([
      'preview-close.yml: close',
      'preview-deploy.yml: deploy',
      'publish.yml: publish',
    ]);
  });

  it.each(jobs)('$place may ask which pull requests are open', ({ permissions }) => {
    expect(permissions?.['pull-requests']).toMatch(/^(?:read|write)$/);
  });
});

describe('a workflow that may write beside a pull request', () => {
  it.each(['preview-deploy.yml', 'preview-close.yml'])(
    '%s checks out the default branch only',
    (name) => {
      const refs = stepsOf(name)
        .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
        .map((step) => step.with?.['ref']);
      expect(refs).toEqual(['${{ github.event.repository.default_branch }}']);
    },
  );
});

describe('a job that may write', () => {
  const jobs = names.flatMap((name) =>
    Object.entries(workflow(name).jobs)
      .filter(([, { permissions }]) => Object.values(permissions ?? {}).includes('write'))
      .map(([id, { steps }]) => ({ place: `${name}: ${id}`, steps })),
  );

  it('is one of these', () => {
    expect(jobs.map(({ place }) => place)).toEqual([
      'measure.yml: propose',
      'preview-close.yml: close',
      'preview-deploy.yml: deploy',
      'publish.yml: publish',
      'replicate.yml: propose',
    ]);
  });

  it.each(jobs)('$place runs no scripts of packages', ({ steps }) => {
    const installs = steps.flatMap(({ run }) =>
      /npm (?:ci|i)/.test(run ?? '') ? [run ?? ''] : [],
    );
    for (const install of installs) expect(install).toContain('--ignore-scripts');
  });

  it.each(jobs)('$place puts artifacts nowhere but into the temporary folder', ({ steps }) => {
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/download-artifact@'))
        expect(given?.['path']).toMatch(/^\$\{\{ runner\.temp \}\}\/\w+$/);
  });
});
