/**
 * The checks of the texts inside Astro: a mistake or a finding ends the build with its message.
 * Texts are also read as they are transformed, so that in `dev` the mistake shows on the page that
 * is being edited.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { explainFindings } from '../claims/lint/explain.ts';
import { Problem } from '../scenario/problem.ts';
import { plainText } from '../store/text.ts';
import { checkContent, checkText } from './check/content.ts';
import { checkPages } from './check/pages.ts';
import { orEnd } from './or-end.ts';
import { contextIn, lintedRunners, lintProse, lintSource, type ProseFindings } from './prose.ts';
import { findPlaces } from '../places.ts';

/** The checks as an integration. It has to come before the one that reads MDX. */
export function checks(): AstroIntegration {
  let base = '/';
  return {
    name: 'steelyard:checks',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        base = config.base;
        updateConfig({ vite: { plugins: [checkedTexts()] } });
      },
      'astro:build:start': () =>
        orEnd(async () => {
          await checkContent(findPlaces());
          refuse(await lintProse(findPlaces().content, findPlaces().runners));
        }),
      'astro:build:done': ({ dir }) =>
        orEnd(() => checkPages(fileURLToPath(dir), base, findPlaces())),
    },
  };
}

function checkedTexts() {
  let runners: ReturnType<typeof lintedRunners> | undefined;
  return {
    name: 'steelyard:checks',
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\.mdx$/ },
      async handler(source: string, file: string) {
        const text = plainText(source);
        await checkText(text, relative(findPlaces().content, file), findPlaces());
        runners ??= lintedRunners(findPlaces().runners);
        const context = contextIn(file, text, await runners);
        refuse({ findings: lintSource(file, text, context), context });
        // A carriage return would stand in the page's code blocks.
        return { code: text, map: null };
      },
    },
  };
}

function refuse({ findings, context }: ProseFindings): void {
  if (findings.length > 0) throw new Problem('finding', explainFindings(findings, context));
}
