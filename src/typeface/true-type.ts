/** What a TrueType file says of its letters: which it has, and how wide they are. */
import { readFileSync } from 'node:fs';

/** The tables and their fields are those of the OpenType specification, ISO/IEC 14496-22. */
const TABLE_RECORDS_AT = 12;
const TABLE_RECORD = 16;
const ENCODING_RECORDS_AT = 4;
const ENCODING_RECORD = 8;
const GROUPS_AT = 16;
const GROUP = 12;
/** Windows, all of Unicode: its subtable is of format 12. */
const FULL_UNICODE = 0x0003_000a;

/** Advance widths of its characters by code point, in shares of the font's size. */
export type Advances = ReadonlyMap<number, number>;

/**
 * Reads the widths of all characters that a font has a glyph for.
 *
 * @throws Error for a file without a character map of all of Unicode
 */
export function readAdvances(file: string): Advances {
  const font = readFileSync(file);
  const table = (tag: string): number => {
    const count = font.readUInt16BE(4);
    for (let i = 0; i < count; i++) {
      const record = TABLE_RECORDS_AT + i * TABLE_RECORD;
      if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
    }
    throw new Error(`${file} has no table "${tag}".`);
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  const advancesAt = table('hmtx');
  // Glyphs beyond the last metric are as wide as it.
  const advanceOf = (glyph: number): number =>
    font.readUInt16BE(advancesAt + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;

  const map = characterMap(font, table('cmap'));
  if (map === undefined) throw new Error(`${file} has no character map of all of Unicode.`);
  const advances = new Map<number, number>();
  const groups = font.readUInt32BE(map + 12);
  for (let i = 0; i < groups; i++) {
    const group = map + GROUPS_AT + i * GROUP;
    const [first, last, glyph] = [0, 4, 8].map((field) => font.readUInt32BE(group + field));
    for (let code = first!; code <= last!; code++)
      advances.set(code, advanceOf(glyph! + code - first!));
  }
  return advances;
}

function characterMap(font: Buffer, cmap: number): number | undefined {
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i++) {
    const record = cmap + ENCODING_RECORDS_AT + i * ENCODING_RECORD;
    if (font.readUInt32BE(record) === FULL_UNICODE) return cmap + font.readUInt32BE(record + 4);
  }
  return undefined;
}
