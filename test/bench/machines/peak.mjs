/** Loaded into a process that is measured: says at its end how much memory it had at most, in MB. */
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  appendFileSync(process.env['BENCH_PEAK'], `${maxRSS / 1000}\n`);
});
