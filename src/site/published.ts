import { join } from 'node:path';
import { readPublished, type PublishedText } from '../claims/published.ts';
import { roots, type Roots } from './roots.ts';

/** The figures that the report's published.yaml holds. @throws Problem (usage) where it is missing or wrong */
export function publishedOf(
  report: string,
  { content }: Pick<Roots, 'content'> = roots(),
): PublishedText {
  const file = `${report}/published.yaml`;
  return readPublished(join(content, file), `content/${file}`);
}
