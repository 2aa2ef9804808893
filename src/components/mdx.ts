/** What a report's MDX may use without imports. */
import Chart from './Chart.astro';
import Comparisons from './Comparisons.astro';
import Findings from './Findings.astro';
import Setting from './Setting.astro';
import Controls from './Controls.astro';
import EveryRun from './EveryRun.astro';
import Growth from './Growth.astro';
import GrowthTable from './GrowthTable.astro';
import Link from './Link.astro';
import Machine from './Machine.astro';
import Models from './Models.astro';
import Note from './Note.astro';
import Programs from './Programs.astro';
import Results from './Results.astro';
import Section from './Section.astro';
import ServiceChecks from './ServiceChecks.astro';
import Verdicts from './Verdicts.astro';

export const mdxComponents = {
  a: Link,
  Chart,
  Comparisons,
  Findings,
  Setting,
  Controls,
  EveryRun,
  Growth,
  GrowthTable,
  Machine,
  Models,
  Note,
  Programs,
  Results,
  Section,
  ServiceChecks,
  Verdicts,
};
