/** From a Vega-Lite specification to an SVG that stands in a page by itself: named, described, painted by tokens. */
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { inter } from '../../typeface/inter.ts';
import { cleanSvg } from './clean-svg.ts';
import { theme, type Width } from './theme.ts';

export interface Naming {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** What Vega knows of a text that it places. */
interface PlacedText {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

// Without a canvas Vega would guess: texts are as wide as they are in the pages' typeface.
Object.assign((vega as unknown as { textMetrics: object }).textMetrics, {
  width: ({ fontSize = 11, fontWeight = 400 }: PlacedText, text: string | number | null) => {
    const weight = fontWeight === 'bold' ? 700 : Number(fontWeight) || 400;
    return inter.width(String(text ?? ''), { size: fontSize, weight });
  },
});

/**
 * Draws a specification without a canvas. Same input, same bytes. The SVG is `role=img` with title and
 * description; its ids begin with `<id>-<width>-`.
 *
 * @param warn gets what Vega-Lite finds strange in the specification
 * @throws Error where the specification can't be drawn
 */
export async function drawSpec(
  spec: TopLevelSpec,
  width: Width,
  naming: Naming,
  warn: (message: string) => void = unexpected,
): Promise<string> {
  const logger = loggerTo(warn);
  const compiled = compile(spec, { config: theme, logger }).spec;
  // Ids of definitions come from a counter of the process: set back, bytes stay the same.
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger });
  const svg = await view.toSVG();
  view.finalize();

  const size = /viewBox="0 0 (\S+) (\S+)"/.exec(svg);
  const [across, down] = [Number(size?.[1]), Number(size?.[2])].map(Math.ceil);
  const titleId = `${naming.id}-${width}-title`;
  const descId = `${naming.id}-${width}-desc`;
  const attributes = [
    'xmlns="http://www.w3.org/2000/svg"',
    `class="chart ${width}"`,
    `viewBox="0 0 ${across} ${down}"`,
    `width="${across}"`,
    `height="${down}"`,
    'role="img"',
    `aria-labelledby="${titleId}"`,
    `aria-describedby="${descId}"`,
    'font-family="var(--sans, sans-serif)"',
  ];
  const title = `<title id="${titleId}">${escapeText(naming.title)}</title>`;
  const desc = `<desc id="${descId}">${escapeText(naming.description)}</desc>`;
  return `<svg ${attributes.join(' ')}>${title}${desc}${cleanSvg(svg)}</svg>`;
}

/** A specification of ours in which Vega-Lite finds something strange is a mistake of ours. */
function unexpected(message: string): never {
  throw new Error(`Vega-Lite: ${message}`);
}

function loggerTo(warn: (message: string) => void) {
  const said = (...messages: readonly unknown[]) => {
    warn(messages.map(String).join(' '));
    return logger;
  };
  const silent = () => logger;
  const logger: vega.LoggerInterface = {
    level: (level?: number) => (level === undefined ? 1 : logger),
    error: said,
    warn: said,
    info: silent,
    debug: silent,
  };
  return logger;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
