/**
 * Whether a file is a picture from its first byte to its last: the parts that its format is made of follow each other
 * and end where the file does, so that nothing else stands before, between or behind them. What the parts show is not
 * looked at. An SVG is none of these pictures: opened by itself, it runs scripts.
 */

/** By the ending of a file's name. */
export const PICTURES: ReadonlyMap<string, (bytes: Buffer) => boolean> = new Map([
  ['png', isPng],
  ['jpg', isJpeg],
  ['jpeg', isJpeg],
  ['webp', isWebp],
  ['avif', isAvif],
]);

const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/** PNG specification, 5.2 to 5.6: a signature, then chunks of length, type, data and CRC; IHDR is first, IEND last. */
function isPng(bytes: Buffer): boolean {
  if (latin(bytes, 0, 8) !== PNG_SIGNATURE || latin(bytes, 12, 4) !== 'IHDR') return false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = latin(bytes, at + 4, 4);
    if (!/^[A-Za-z]{4}$/.test(type)) return false;
    at += 12 + length;
    if (type === 'IEND') return length === 0 && at === bytes.length;
  }
  return false;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** ITU T.81, B.1.1 and B.2: SOI, then segments of marker and length, coded data behind each SOS, and EOI. */
function isJpeg(bytes: Buffer): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return false;
  let at = 2;
  let hasScan = false;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker < 0xc0 || marker === SOI || marker === EOI || isRestart(marker)) return false;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === SOS) {
      hasScan = true;
      at = endOfScan(bytes, at);
    }
    // Before a marker, 0xFF may stand more than once (B.1.1.2).
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
  }
  return hasScan && at + 2 === bytes.length && bytes[at] === 0xff && bytes[at + 1] === EOI;
}

/** Where the next marker stands: in coded data, 0xFF is followed by zero or is a restart's (B.1.1.5). */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!;
    if (bytes[at] === 0xff && next !== 0 && !isRestart(next)) return at;
  }
  return bytes.length;
}

/** WebP container specification (RFC 9649, 2.3 to 2.5): RIFF, the size of what follows, and chunks of even length. */
function isWebp(bytes: Buffer): boolean {
  if (latin(bytes, 0, 4) !== 'RIFF' || latin(bytes, 8, 4) !== 'WEBP') return false;
  if (bytes.length < 20 || bytes.readUInt32LE(4) + 8 !== bytes.length) return false;
  if (!['VP8 ', 'VP8L', 'VP8X'].includes(latin(bytes, 12, 4))) return false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return at === bytes.length;
}

/**
 * AVIF specification, section 6, and ISO/IEC 14496-12, 4.2: boxes of size and type, the first of them `ftyp` with the
 * brand of a still or moving AVIF. A size of 1 stands for a long one behind the type.
 */
function isAvif(bytes: Buffer): boolean {
  if (latin(bytes, 4, 4) !== 'ftyp' || !['avif', 'avis'].includes(latin(bytes, 8, 4))) return false;
  let at = 0;
  let hasMeta = false;
  while (at + 8 <= bytes.length) {
    const type = latin(bytes, at + 4, 4);
    const size = boxSize(bytes, at);
    if (size < 8) return false;
    hasMeta ||= type === 'meta';
    at += size;
  }
  return hasMeta && at === bytes.length;
}

function boxSize(bytes: Buffer, at: number): number {
  const size = bytes.readUInt32BE(at);
  if (size !== 1) return size;
  return at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : 0;
}

function latin(bytes: Buffer, at: number, length: number): string {
  return bytes.toString('latin1', at, at + length);
}
