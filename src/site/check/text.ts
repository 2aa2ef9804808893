import { mdxTree } from '../../claims/mdx.ts';
import { elementMistakes } from './elements.ts';
import { idMistakes, linkMistakes } from './links.ts';
import { inFile } from './mistakes.ts';
import { pictureMistakes } from './pictures.ts';

export interface AuthoredText {
  /** As readText gives it. */
  readonly text: string;
  /** The file as messages name it, and its path. */
  readonly file: string;
  readonly path: string;
  /** Folder of all reports. */
  readonly content: string;
  /** Names of the report's chapters. */
  readonly chapters: readonly string[];
}

/**
 * All that is wrong in the text of a document or chapter, as lines of a message; its front matter
 * is read apart.
 *
 * @throws Problem (usage) with file and line where it is no MDX
 */
export async function textMistakes(one: AuthoredText): Promise<string[]> {
  const tree = mdxTree(one.text, one.file);
  return inFile(one.file, [
    ...elementMistakes(tree),
    ...idMistakes(tree),
    ...linkMistakes(tree, one.chapters),
    ...(await pictureMistakes(tree, one.path, one.content)),
  ]);
}
