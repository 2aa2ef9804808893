/** The texts that `new` writes, where a whole project says no more of them. */
import { describe, expect, it } from 'vitest';
import { reportText } from '../../src/commands/new-texts.ts';
import { peakProcess, peakTree, wall } from '../../src/index.ts';
import { checkScenario } from '../../src/scenario/check.ts';
import { aScenario } from '../fixtures/scenario.ts';

describe('the rows of a report that is begun', () => {
  const matters = '5%';

  it.each([
    ['the main measure', [wall({ matters }), peakTree({ matters })], 'measure: wall, as: time'],
    [
      'memory in both ways',
      [peakTree({ matters }), peakProcess({ matters })],
      'measure: [peakTree, peakProcess], as: memory',
    ],
    [
      'memory in one way, where the other isn’t compared',
      [peakProcess({ matters }), peakTree()],
      'measure: peakProcess, as: memory',
    ],
  ])('tell %s', (_, measures, row) => {
    const scenario = checkScenario({ ...aScenario(), floorNs: undefined, measures }, 'wait.ts');
    expect(reportText('my-report', [scenario])).toContain(`  - { case: wait/10, ${row},`);
  });
});
