/** The order of the test files: what takes longest begins first, so that no core waits for it at the end. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By the processor time that each took; the others take a few seconds at most. */
const longest = [
  'test/site/access.test.ts',
  'test/publish/rehearsal.test.ts',
  'test/site/layout.test.ts',
  'test/site/pages.test.ts',
  'test/commands/render.test.ts',
  'test/site/batch.test.ts',
  'test/publish/preview.test.ts',
  'test/site/long-names.test.ts',
  'test/site/whole.test.ts',
  'test/site/print.test.ts',
  'test/commands/compare.test.ts',
  'test/claims/mutations.test.ts',
  'test/publish/proposal.test.ts',
  'test/publish/banner.test.ts',
  'test/commands/misfortune.test.ts',
  'test/commands/interrupt.test.ts',
  'test/commands/claims.test.ts',
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
