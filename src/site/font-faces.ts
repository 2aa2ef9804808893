/**
 * The pages' typeface, the signs that it lacks, and a stand-in of the same size until it is there: so nothing jumps when it comes.
 *
 * The stand-in is Arial or what is metrically alike. Its factors are Inter's ascent (0.96875 of the size) and
 * descent (0.24121) over the ratio of the mean widths of the two (1.0712), from the fonts' own tables.
 */
const STAND_IN =
  "src:local('Arial'),local('Liberation Sans'),local('Helvetica');size-adjust:107.12%;ascent-override:90.44%;descent-override:22.52%;line-gap-override:0%";

/** Signs are drawn within small letters; larger they are read as well, in a line as high as one without. */
const SIGN_SIZE = 'size-adjust:118%;ascent-override:82%;descent-override:20%';

/**
 * @param address of the variable font, as the page writes it
 * @param signs address of the font with the signs
 * @returns style rules
 */
export function fontFaces(address: string, signs: string): string {
  const inter = `src:url('${address}') format('woff2');font-weight:100 900;font-display:swap`;
  return [
    `@font-face{font-family:Inter;${inter}}`,
    `@font-face{font-family:Signs;src:url('${signs}') format('opentype');font-weight:100 900;${SIGN_SIZE}}`,
    `@font-face{font-family:'Inter stand-in';${STAND_IN}}`,
  ].join('');
}
