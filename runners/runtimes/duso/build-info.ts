/**
 * What a Go binary says of its own build, read from its bytes: no Go tool is
 * needed. Format: Go's source, debug/buildinfo (since Go 1.18): a magic, 32
 * bytes of header, then two strings, each preceded by its length as a varint.
 */
const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1');
const HEADER_LENGTH = 32;
const FLAGS_OFFSET = 15;
const INLINE_STRINGS = 2;
/** The module text stands between two marks of 16 bytes. */
const MARK_LENGTH = 16;

export interface BuildInfo {
  readonly goVersion: string;
  /** Version of the main module; "(devel)" when it was built from a folder. */
  readonly moduleVersion: string | undefined;
  /** `build` lines: CGO_ENABLED, GOARCH, vcs.revision … */
  readonly settings: Readonly<Record<string, string>>;
}

/** The build information of a Go binary, or undefined where it has none of this format. */
export function readBuildInfo(binary: Buffer): BuildInfo | undefined {
  const start = binary.indexOf(MAGIC);
  if (start === -1) return undefined;
  const flags = binary[start + FLAGS_OFFSET] ?? 0;
  if ((flags & INLINE_STRINGS) === 0) return undefined;

  const version = readString(binary, start + HEADER_LENGTH);
  const modules = readString(binary, version.end);
  const lines = modules.bytes.subarray(MARK_LENGTH, -MARK_LENGTH).toString('utf8').split('\n');

  const settings: Record<string, string> = {};
  let moduleVersion: string | undefined;
  for (const line of lines) {
    const [kind, first = '', second] = line.split('\t');
    if (kind === 'mod') moduleVersion = second;
    if (kind === 'build') {
      const [name = '', ...value] = first.split('=');
      settings[name] = value.join('=');
    }
  }
  return { goVersion: version.bytes.toString('utf8'), moduleVersion, settings };
}

function readString(binary: Buffer, at: number): { bytes: Buffer; end: number } {
  let length = 0;
  let shift = 0;
  let position = at;
  for (;;) {
    const byte = binary[position] ?? 0;
    position += 1;
    length += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
    shift += 7;
  }
  return { bytes: binary.subarray(position, position + length), end: position + length };
}
