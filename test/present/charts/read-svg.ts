/** Reads the SVG of a chart as a test needs it: elements with inherited paint, boxes of text. */
import { textWidth } from '../../../src/present/charts/text-metrics.ts';

export interface TextElement {
  readonly layer: string;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Layer {
  readonly name: string;
  readonly attributes: string;
  readonly content: string;
}

export function layersOf(svg: string): readonly Layer[] {
  return [...svg.matchAll(/<g class="chart-([\w-]+)"([^>]*)>(.*?)<\/g>/gs)].map(
    ([, name = '', attributes = '', content = '']) => ({ name, attributes, content }),
  );
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
}

export function textsOf(svg: string): readonly TextElement[] {
  return layersOf(svg).flatMap((layer) =>
    [...layer.content.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(
      ([, own = '', escaped = '']) => {
        const read = (name: string) => attribute(own, name) ?? attribute(layer.attributes, name);
        const text = escaped
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&');
        const size = Number(read('font-size'));
        const width = textWidth(text, { size, weight: Number(read('font-weight') ?? 400) });
        const x = Number(read('x'));
        const y = Number(read('y'));
        const shift =
          { start: 0, middle: width / 2, end: width }[read('text-anchor') ?? 'start'] ?? 0;
        const left = x - shift;
        const vertical = { top: y - 0.78 * size, bottom: y + 0.22 * size };
        return { layer: layer.name, text, left, right: left + width, ...vertical };
      },
    ),
  );
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** Texts that leave the drawing or lie over another, in words; empty where all is well. */
export function troubles(svg: string): readonly string[] {
  const { width, height } = sizeOf(svg);
  const texts = textsOf(svg);
  const rounding = 0.05;
  const outside = texts
    .filter(
      (text) =>
        text.left < -rounding ||
        text.right > width + rounding ||
        text.top < -rounding ||
        text.bottom > height + rounding,
    )
    .map((text) => `"${text.text}" leaves the drawing of ${width} × ${height}`);
  const over = texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter(
        (b) =>
          a.left < b.right - rounding &&
          b.left < a.right - rounding &&
          a.top < b.bottom - rounding &&
          b.top < a.bottom - rounding,
      )
      .map((b) => `"${a.text}" lies over "${b.text}"`),
  );
  return [...outside, ...over];
}
