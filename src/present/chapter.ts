/** A chapter of a report: a page of its own, drawn from the same runs as the document. */
import { z } from 'astro/zod';
import type { DocumentView } from './document.ts';

/** Front matter of a chapter. */
export const chapterSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
});

export interface Chapter extends z.infer<typeof chapterSchema> {
  /** Name of its file, and of its folder below the document. */
  readonly name: string;
  /** Its MDX, as messages name it. */
  readonly file: string;
}

/** Path of a chapter below the base, for example `/<report>/here/method/`. */
export function chapterPath(view: DocumentView, name: string): string {
  return `${view.path}${name}/`;
}
