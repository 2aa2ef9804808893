/**
 * The pages' typeface, and a stand-in of the same size until it is there: so nothing jumps when it comes.
 *
 * The stand-in is Arial or what is metrically alike. Its factors are Inter's ascent (0.96875 of the size) and
 * descent (0.24121) over the ratio of the mean widths of the two (1.0712), from the fonts' own tables.
 */
const STAND_IN =
  "src:local('Arial'),local('Liberation Sans'),local('Helvetica');size-adjust:107.12%;ascent-override:90.44%;descent-override:22.52%;line-gap-override:0%";

/**
 * @param address of the variable font, as the page writes it
 * @returns style rules
 */
export function fontFaces(address: string): string {
  const inter = `src:url('${address}') format('woff2');font-weight:100 900;font-display:swap`;
  return `@font-face{font-family:Inter;${inter}}@font-face{font-family:'Inter stand-in';${STAND_IN}}`;
}
