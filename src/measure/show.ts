const LONGEST_SHOWN = 160;
/** Control characters, byte order mark, and what turns or hides text. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

/** A text as a person can read it: what can't be seen is written as \u001b, and a long one is cut. */
export function visible(text: string): string {
  const seen = text.replace(
    INVISIBLE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return seen.length > LONGEST_SHOWN ? `${seen.slice(0, LONGEST_SHOWN)}…` : seen;
}

/** A value as JSON writes it, so that a text and a number look different. */
export function shown(value: unknown): string {
  return visible(JSON.stringify(value));
}
