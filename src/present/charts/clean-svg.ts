/**
 * Makes Vega's SVG small and ours: no ARIA of its own, rounded coordinates, attributes that all
 * marks of a layer share moved to the layer, opacities as tokens, a paper halo behind text.
 */
import { DOT_OPACITY, INTERVAL_OPACITY } from './layers.ts';

/** Presentation attributes that children inherit. */
const inherited = new Set([
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'font-size',
  'font-weight',
  'text-anchor',
]);

/** Drawn first, in the colour of the page, so that text stays readable over lines. */
const halo = 'stroke="var(--paper)" stroke-width="4" stroke-linejoin="round" paint-order="stroke"';

interface Leaf {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: string | undefined;
}

/** The layers inside Vega's SVG as a list of `<g class="chart-…">`, in drawing order. */
export function cleanSvg(svg: string): string {
  const layers = svg.matchAll(
    /<g class="mark-(\w+) role-mark ([\w-]+)_\d+_marks"[^>]*[^>/]>(.*?)<\/g>/gs,
  );
  return [...layers].map(([, kind, name, content]) => cleanLayer(kind, name, content)).join('');
}

function cleanLayer(kind = '', name = '', content = ''): string {
  const leaves = readLeaves(content);
  const first = leaves[0];
  if (first === undefined) return '';
  const shared = [...first.attributes].filter(
    ([key, value]) =>
      inherited.has(key) && leaves.every((leaf) => leaf.attributes.get(key) === value),
  );
  const sharedKeys = new Set(shared.map(([key]) => key));
  const children = leaves.map((leaf) => writeLeaf(leaf, sharedKeys)).join('');
  const parts = [`class="chart-${name}"`, ...shared.map(writeAttribute)];
  if (kind === 'text') parts.push(halo);
  return `<g ${parts.join(' ')}>${children}</g>`;
}

function readLeaves(content: string): readonly Leaf[] {
  const leaf = /<(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(?:\/>|>([^<]*)<\/\1>)/g;
  return [...content.matchAll(leaf)].map(([, tag = '', attributes = '', text]) =>
    simplify({ tag, attributes: readAttributes(attributes), content: text }),
  );
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)];
  return new Map(pairs.map(([, key = '', value = '']) => [key, cleanValue(key, value)]));
}

function cleanValue(key: string, value: string): string {
  if (key === 'fill-opacity' && value === String(DOT_OPACITY)) return 'var(--dot)';
  if (key === 'fill-opacity' && value === String(INTERVAL_OPACITY)) return 'var(--iv)';
  if (key === 'font-size') return value.replace('px', '');
  return value.replace(/-?\d*\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
}

/** Drops what says nothing; draws circles as circles; places text by x and y. */
function simplify(leaf: Leaf): Leaf {
  const attributes = new Map(leaf.attributes);
  for (const key of ['opacity', 'stroke-opacity', 'fill-opacity']) {
    if (attributes.get(key) === '1') attributes.delete(key);
  }
  for (const key of ['font-family', 'role', 'aria-roledescription']) attributes.delete(key);
  if (attributes.get('stroke') === 'none') {
    attributes.delete('stroke');
    attributes.delete('stroke-width');
  }
  if (attributes.get('text-anchor') === 'start') attributes.delete('text-anchor');

  const place = /^translate\(([^,]+),([^)]+)\)$/.exec(attributes.get('transform') ?? '');
  const radius = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$/.exec(attributes.get('d') ?? '');
  const [, x = '0', y = '0'] = place ?? [];
  if (leaf.tag === 'text' && place !== null) {
    attributes.delete('transform');
    return { ...leaf, attributes: new Map([['x', x], ['y', y], ...attributes]) };
  }
  if (radius !== null && place !== null) {
    attributes.delete('transform');
    attributes.delete('d');
    const circle = new Map([['cx', x], ['cy', y], ['r', radius[1] ?? '0'], ...attributes]);
    return { tag: 'circle', attributes: circle, content: undefined };
  }
  return { ...leaf, attributes };
}

function writeLeaf(leaf: Leaf, sharedKeys: ReadonlySet<string>): string {
  const own = [...leaf.attributes].filter(([key]) => !sharedKeys.has(key));
  const start = [leaf.tag, ...own.map(writeAttribute)].join(' ');
  return leaf.content === undefined ? `<${start}/>` : `<${start}>${leaf.content}</${leaf.tag}>`;
}

function writeAttribute([key, value]: readonly [string, string]): string {
  return `${key}="${value}"`;
}
