/** Reads the SVG of a chart as a test needs it: what its layers hold, and where its texts stand. */
import { parse, type ElementNode, type Node } from 'ultrahtml';
import { inter } from '../../../src/typeface/inter.ts';
import { all, decode, isElement, rawText } from '../../site/nodes.ts';

export interface TextElement {
  /** Name of its layer; "axis" of an axis. */
  readonly layer: string;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function elementsOf(svg: string): ElementNode[] {
  const [root] = (parse(svg) as ElementNode).children.filter(isElement);
  return root === undefined ? [] : all(root);
}

/** How many marks the layers of this name hold. */
export function countIn(svg: string, layer: string): number {
  return elementsOf(svg)
    .filter(({ attributes }) => attributes['class'] === `chart-${layer}`)
    .reduce((sum, group) => sum + group.children.filter(isElement).length, 0);
}

/** All texts that stand upright. */
export function textsOf(svg: string): readonly TextElement[] {
  return elementsOf(svg)
    .filter(({ name }) => name === 'text')
    .filter((node) => !/rotate/.test(node.attributes['transform'] ?? ''))
    .map((node) => {
      const size = Number(inherited(node, 'font-size'));
      const weight = Number(inherited(node, 'font-weight') ?? 400);
      const text = decode(rawText(node));
      const width = inter.width(text, { size, weight });
      const { x, y } = placeOf(node);
      const shift =
        { start: 0, middle: width / 2, end: width }[inherited(node, 'text-anchor') ?? 'start'] ?? 0;
      const left = x - shift;
      const vertical = { top: y - 0.78 * size, bottom: y + 0.22 * size };
      return { layer: layerOf(node), text, left, right: left + width, ...vertical };
    });
}

function inherited(node: Node | undefined, name: string): string | undefined {
  if (!isElement(node)) return undefined;
  return node.attributes[name] ?? inherited(node.parent, name);
}

function layerOf(node: Node | undefined): string {
  if (!isElement(node)) return '';
  const [, own] = /^chart-([\w-]+)$/.exec(node.attributes['class'] ?? '') ?? [];
  return own ?? layerOf(node.parent);
}

/** The translations above an element and its own place, added up. */
function placeOf(node: Node | undefined): { readonly x: number; readonly y: number } {
  if (!isElement(node)) return { x: 0, y: 0 };
  const { attributes, parent } = node;
  const moved = /translate\(\s*([-\d.e]+)[ ,]+([-\d.e]+)\s*\)/.exec(attributes['transform'] ?? '');
  const above = placeOf(parent);
  return {
    x: above.x + Number(moved?.[1] ?? 0) + Number(attributes['x'] ?? 0),
    y: above.y + Number(moved?.[2] ?? 0) + Number(attributes['y'] ?? 0),
  };
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
