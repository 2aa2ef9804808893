/** The order of the test files: what takes longest begins first, so that no core waits for it at the end. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * By the time that each takes; the others take a few seconds at most. Those that draw pages wait for each
 * other's drawings, so no two of them stand side by side unless the second needs what the first has drawn.
 */
const longest = [
  'test/site/access.test.ts',
  'test/commands/compare.test.ts',
  'test/project.test.ts',
  'test/publish/rehearsal.test.ts',
  'test/check/check.test.ts',
  'test/site/layout.test.ts',
  'test/commands/misfortune.test.ts',
  'test/commands/render.test.ts',
  'test/publish/pages-branch.test.ts',
  'test/site/pages.test.ts',
  'test/commands/claims.test.ts',
  'test/site/batch.test.ts',
  'test/commands/interrupt.test.ts',
  'test/measure/launch.test.ts',
  'test/site/whole.test.ts',
  'test/claims/mutations.test.ts',
  'test/publish/preview.test.ts',
  'test/reports/duso-vs-python/services/delay-server.test.ts',
  'test/site/long-names.test.ts',
  'test/claims/elements.test.ts',
  'test/publish/closed-previews.test.ts',
  'test/site/print.test.ts',
  'test/publish/proposal.test.ts',
  'test/commands/measure.test.ts',
  'test/publish/at-once.test.ts',
  'test/publish/banner.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId, project }: TestSpecification): number => {
      const rank = longest.indexOf(relative(project.config.root, moduleId).replaceAll('\\', '/'));
      return rank < 0 ? longest.length : rank;
    };
    const others = await super.sort(files);
    return others.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
