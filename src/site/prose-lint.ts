/**
 * The prose lint inside Astro: a finding fails the build. Documents are also read as they are
 * transformed, so that in `dev` the mistake shows on the page that is being edited.
 */
import type { AstroIntegration } from 'astro';
import { explainFindings } from '../claims/lint/explain.ts';
import { Problem } from '../scenario/problem.ts';
import { contextIn, lintedRuntimes, lintProse, lintSource, type ProseFindings } from './prose.ts';
import { roots } from './roots.ts';

/** Adds the lint to an Astro configuration. It has to come before the integration that reads MDX. */
export function proseLint(): AstroIntegration {
  return {
    name: 'prose-lint',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [documentLint()] } });
      },
      'astro:build:start': async () => {
        const { content, runners } = roots();
        refuse(await lintProse(content, runners));
      },
    },
  };
}

function documentLint() {
  let runtimes: ReturnType<typeof lintedRuntimes> | undefined;
  return {
    name: 'prose-lint',
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\.mdx$/ },
      async handler(source: string, file: string) {
        runtimes ??= lintedRuntimes(roots().runners);
        const context = contextIn(file, source, await runtimes);
        refuse({ findings: lintSource(file, source, context), context });
      },
    },
  };
}

function refuse({ findings, context }: ProseFindings): void {
  if (findings.length > 0) throw new Problem('finding', explainFindings(findings, context));
}
