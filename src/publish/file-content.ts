/** What the files of a preview beside its pages may be: what their names say, and nothing that a browser runs. */
import { utf8 } from './archive.ts';
import { PICTURES } from './picture-bytes.ts';
import { Refused } from './refused.ts';

type Check = (path: string, content: Buffer) => void;

const texts: Readonly<Record<string, Check>> = {
  json: checkJson,
  jsonl: checkJsonLines,
  csv: checkText,
  txt: checkText,
};

/**
 * @param type ending of the file's name
 * @throws Refused for a kind that previews don't show, and for content that is not of its kind
 */
export function checkFile(path: string, type: string, content: Buffer): void {
  const isPicture = PICTURES.get(type);
  if (isPicture !== undefined) {
    if (!isPicture(content)) throw new Refused(path, `is no ${type.toUpperCase()} picture`);
    return;
  }
  const check = Object.hasOwn(texts, type) ? texts[type] : undefined;
  if (check === undefined) throw new Refused(path, 'is of a kind that previews don’t show');
  check(path, content);
}

function checkJson(path: string, content: Buffer): void {
  if (!isJson(utf8(path, content))) throw new Refused(path, 'is no JSON');
}

function checkJsonLines(path: string, content: Buffer): void {
  const lines = utf8(path, content).replace(/\n$/, '').split('\n');
  const wrong = lines.findIndex((line) => !isJson(line));
  if (wrong >= 0 && content.length > 0)
    throw new Refused(path, `has no JSON in its line ${wrong + 1}`);
}

function checkText(path: string, content: Buffer): void {
  const control = /[^\P{Cc}\t\n\r]/u.exec(utf8(path, content))?.[0];
  if (control === undefined) return;
  const code = control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  throw new Refused(path, `holds the control character U+${code}, and so is no text`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
