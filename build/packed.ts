/** What of this repository is published as the package `steelyard`: files that are copied as they are, and its README. */
import { globSync } from 'node:fs';

/** Paths from the root of the repository. Why the engine is as it is matters here alone. */
export function copiedFiles(root: string): string[] {
  return [
    'LICENSE',
    'bin/steelyard.mjs',
    ...globSync('docs/*.{md,sbatch}', { cwd: root }).filter((file) => file !== 'docs/decisions.md'),
    ...globSync('content/*.schema.json', { cwd: root }),
    ...globSync('data/*.{schema.json,md}', { cwd: root }),
    ...globSync('src/**/*.{css,c,h,otf}', { cwd: root }),
  ];
}

/** The package's README: the repository's own tells of its reports. */
export function packageReadme(): string {
  return `# Steelyard

Benchmark documents that can be reproduced: every number, table, chart and sentence comes from kept runs.

\`\`\`sh
npm create steelyard my-report
\`\`\`

- [docs/scenarios.md](docs/scenarios.md): what runs, on what, what is right, what is measured
- [docs/runtimes.md](docs/runtimes.md): how a runtime is found, with the packages of a lock
- [docs/writing.md](docs/writing.md): how a report is written: claims, components, published figures
- [docs/publishing.md](docs/publishing.md): hosts, workflows, and previews of pull requests
- [docs/machines.md](docs/machines.md): the same comparison on many machines: runners, clusters, anything with ssh
- [docs/method.md](docs/method.md): how it measures and decides, and what it can't say
- [docs/architecture.md](docs/architecture.md): the way from a scenario to a page
- [docs/glossary.md](docs/glossary.md): the words
- [data/README.md](data/README.md): the data contract
`;
}
