/** HTML read as a browser reads it, but only as far as a page of ours can go. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { megabytes, PAGE_LIMITS, PREVIEW_LIMITS } from './limits.ts';
import { Refused } from './refused.ts';

/**
 * The tree of a page. What is read is counted as it is made: an element that is closed in the wrong place is opened
 * again by each paragraph after it, with all of its attributes (HTML standard, "reconstruct the active formatting
 * elements" and "adoption agency algorithm"), so a short page can become a long one.
 *
 * @param path named where it is refused
 * @throws Refused for too many elements, elements too deep in one another, and a page that would be too large
 */
export function boundedParse(source: string, path: string): Tree.Document {
  const count = new Count(path);
  const document = parse(source, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespaceURI, attributes) {
        count.addElement(tagName, attributes);
        return defaultTreeAdapter.createElement(tagName, namespaceURI, attributes);
      },
      createCommentNode(data) {
        count.addNode();
        return defaultTreeAdapter.createCommentNode(data);
      },
      onItemPush: () => count.open(),
      onItemPop: () => count.close(),
    },
  });
  checkDepth(document, path);
  return document;
}

class Count {
  #nodes = 0;
  #written = 0;
  #open = 0;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  addNode(): void {
    this.#nodes++;
    if (this.#nodes > PAGE_LIMITS.nodes)
      throw new Refused(this.#path, `has more than ${PAGE_LIMITS.nodes} elements`);
  }

  addElement(tagName: string, attributes: Tree.Element['attrs']): void {
    this.addNode();
    this.#written += 2 * tagName.length;
    for (const { name, value } of attributes) this.#written += name.length + value.length;
    checkWritten(this.#written, this.#path);
  }

  open(): void {
    this.#open++;
    if (this.#open > PAGE_LIMITS.depth) throw tooDeep(this.#path);
  }

  close(): void {
    this.#open--;
  }
}

/** @throws Refused for a page that is larger once it is read than a file may be */
export function checkWritten(bytes: number, path: string): void {
  const { fileBytes } = PREVIEW_LIMITS;
  if (bytes > fileBytes)
    throw new Refused(path, `becomes larger than ${megabytes(fileBytes)} when it is read`);
}

/** Misplaced elements are moved after they were closed. Level by level, since a deep tree has no room on the stack. */
function checkDepth(document: Tree.Document, path: string): void {
  let level: readonly Tree.Node[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > PAGE_LIMITS.depth) throw tooDeep(path);
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
}

function tooDeep(path: string): Refused {
  return new Refused(path, `has elements more than ${PAGE_LIMITS.depth} deep in one another`);
}
