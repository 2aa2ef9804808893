/** The numbers that a built figure prints in its drawings, against those of its table. */

/** A number with its decimals; thin and hard spaces between thousands belong to it. */
const NUMBER = /\d+(?:[\u202f\u00a0\u2009]\d{3})*(?:\.\d+)?/g;

/** The figures of a page, each with its drawings and its table. */
export function figuresOf(html: string): readonly string[] {
  return [...html.matchAll(/<figure>[\s\S]*?<\/figure>/g)].map((match) => match[0]);
}

/**
 * Numbers in a figure's drawings and their descriptions that its table lacks. The labels of axes
 * and of the reading key are no data.
 */
export function numbersWithoutCell(figure: string): readonly string[] {
  const [drawings = '', details = ''] = figure.split(/(?=<details class="data")/);
  const cells = [...details.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(
    ([, cell = '']) => cell,
  );
  const known = new Set(cells.flatMap((cell) => numbersIn(cell.replace(/<[^>]*>/g, ' '))));
  return printedTexts(drawings)
    .flatMap(numbersIn)
    .filter((number) => !known.has(number));
}

function printedTexts(drawings: string): readonly string[] {
  const layers = [...drawings.matchAll(/<g class="chart-([\w-]+)"[^>]*>(.*?)<\/g>/gs)]
    .filter(([, name]) => name !== 'axis')
    .flatMap(([, , content = '']) => [...content.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]);
  const descriptions = [...drawings.matchAll(/<desc[^>]*>([^<]*)<\/desc>/g)];
  return [...layers, ...descriptions].map(([, text = '']) => text);
}

function numbersIn(text: string): readonly string[] {
  return text.match(NUMBER) ?? [];
}
