/**
 * Do the verdicts hold what the method promises? `npm run bench:verdicts`, about three minutes.
 *
 * Part 1 simulates: how often does the 95% interval of a median cover the true median?
 * Part 2 simulates noise that changes slowly: rounds spread over a session against rounds in one go.
 * Part 3 simulates comparisons: how often is a difference called one, and how often one that matters?
 * Part 4 starts real processes: how often is a program called different from itself while
 * something else uses the machine, and how often is a true +10% found?
 *
 * Exits 1 when a bar is missed.
 */
import { BenchLog, endBench } from './keep.ts';
import { coverageReport } from './verdicts/coverage.ts';
import { sweepsReport } from './verdicts/sweeps.ts';
import { trialsReport } from './verdicts/trials.ts';
import { weightReport } from './verdicts/weight.ts';

const log = new BenchLog();
const missed = [
  ...coverageReport(log.say),
  ...sweepsReport(log.say),
  ...weightReport(log.say),
  ...(await trialsReport(log.say)),
];
await endBench('verdicts', 'Do intervals cover the truth, and verdicts find it?', log, missed);
