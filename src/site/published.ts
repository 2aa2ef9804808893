import { join } from 'node:path';
import { readPublished, type PublishedText } from '../claims/published.ts';
import { findPlaces, type Roots } from '../places.ts';

/** The figures that the report's published.yaml holds. @throws Problem (usage) where it is missing or wrong */
export function publishedOf(
  report: string,
  { content }: Pick<Roots, 'content'> = findPlaces(),
): PublishedText {
  const file = `${report}/published.yaml`;
  return readPublished(join(content, file), `content/${file}`);
}
