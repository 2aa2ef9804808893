/** From layers to an SVG that stands in a page by itself: named, described, painted by tokens. */
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { cleanSvg } from './clean-svg.ts';
import { WIDTHS, type Width } from './fonts.ts';
import type { Layer } from './layers.ts';

export interface Drawing {
  readonly height: number;
  /** In drawing order. */
  readonly layers: readonly Layer[];
}

export interface Naming {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * Compiles the layers with Vega-Lite and Vega, without a canvas. Same input, same bytes.
 * The SVG is `role=img` with title and description; its ids begin with `<id>-<width>-`.
 */
export async function toSvg(drawing: Drawing, width: Width, naming: Naming): Promise<string> {
  const height = Math.ceil(drawing.height);
  const content = cleanSvg(await draw(drawing.layers, WIDTHS[width], height));
  const titleId = `${naming.id}-${width}-title`;
  const descId = `${naming.id}-${width}-desc`;
  const attributes = [
    'xmlns="http://www.w3.org/2000/svg"',
    `class="chart ${width}"`,
    `viewBox="0 0 ${WIDTHS[width]} ${height}"`,
    `width="${WIDTHS[width]}"`,
    `height="${height}"`,
    'role="img"',
    `aria-labelledby="${titleId}"`,
    `aria-describedby="${descId}"`,
    'fill="none"',
    'font-family="var(--sans, sans-serif)"',
  ];
  const title = `<title id="${titleId}">${escapeText(naming.title)}</title>`;
  const desc = `<desc id="${descId}">${escapeText(naming.description)}</desc>`;
  return `<svg ${attributes.join(' ')}>${title}${desc}${content}</svg>`;
}

async function draw(layers: readonly Layer[], width: number, height: number): Promise<string> {
  const spec: TopLevelSpec = {
    width,
    height,
    padding: 0,
    autosize: 'none',
    config: {
      // Our own title and description say more than Vega's roles.
      aria: false,
      view: { stroke: null, fill: null },
      axis: { disable: true },
      legend: { disable: true },
    },
    // Vega wants names that are unique; clean-svg.ts takes the number off again.
    layer: layers.map((layer, i) => ({ ...layer, name: `${layer.name ?? 'layer'}_${i}` })),
  };
  // Ids of definitions come from a counter of the process: set back, bytes stay the same.
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
