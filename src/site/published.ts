import { join } from 'node:path';
import { readPublished, type PublishedText } from '../claims/published.ts';
import type { Report } from '../present/report.ts';
import { roots } from './roots.ts';

/** The figures that the report's published.yaml holds. @throws Problem (usage) where it is missing or wrong */
export function publishedOf(report: Report): PublishedText {
  const file = `${report.id}/published.yaml`;
  return readPublished(join(roots().content, file), `content/${file}`);
}
