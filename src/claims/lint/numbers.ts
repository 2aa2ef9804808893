/** Numbers that only a measurement can give: with a unit, a factor, a share. */

const digits = String.raw`(?<![\w.])(?:\d{1,3}(?:[ \u00a0]\d{3})+(?![\d])|\d[\d.,\u202f]*)`;
const gap = String.raw`[ \u00a0\u202f-]?`;
const units = [
  'ns|µs|μs|us|ms|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?',
  'nanoseconds?|microseconds?|milliseconds?|kilobytes?|megabytes?|gigabytes?|bytes?',
  'GB-seconds?|B|[kKMGT]B|[KMGT]iB|[kMG]?Hz|req/s|rps|ops/s|requests per second|requests a second',
].join('|');

const withUnit = new RegExp(`${digits}${gap}(?:${units})(?![\\w])`, 'g');
/** "3.2×", "3.2x", "3.2 times as long", "12-fold"; not the product in "3 × 7". */
const factor = new RegExp(
  `${digits}(?:[ \\u00a0\\u202f]?×(?![ \\u00a0]?\\d)|x(?![\\w])|[ \\u00a0]times (?:as|more|less|the|\\w+er)\\b|[- ]?fold\\b)`,
  'g',
);
const share = new RegExp(`${digits}[ \\u00a0]?(?:%|percent\\b|per cent\\b)`, 'g');

/** What looks like one and isn't: decades, "hundreds", and the level of an interval, which the method sets. */
const harmless = [
  /\b(?:1[89]|20)\d0s\b/g,
  /\b10{2,}s\b/g,
  /\d[\d.]*%(?:[ -]coverage)?[ -](?:intervals?|levels?|confidence)\b/g,
];

/**
 * The first number in a sentence that only runs can support; undefined where there is none.
 *
 * @param isSize whether an amount or a share is how large the work is, which the author decides; a
 *   factor never is
 */
export function measuredNumber(
  sentence: string,
  isSize: (amount: string) => boolean = () => false,
): string | undefined {
  const rest = harmless.reduce((text, pattern) => text.replace(pattern, '_'), sentence);
  const amounts = [withUnit, share]
    .flatMap((pattern) => [...rest.matchAll(pattern)])
    .filter(([amount]) => !isSize(amount));
  const found = [...amounts, ...rest.matchAll(factor)];
  return found.sort((a, b) => a.index - b.index)[0]?.[0];
}
