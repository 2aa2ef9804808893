/**
 * Makes Vega's SVG small and ours: without its classes, roles and fonts, with rounded coordinates, with the
 * opacities of the pages. Layers that a specification names keep the name: `class="chart-<name>"`.
 */
import { OPACITIES } from './theme.ts';

/** Attributes that say how something looks and where it is. */
const KEPT = new Set(
  `d transform x y x1 y1 x2 y2 width height dx dy fill fill-opacity stroke stroke-opacity stroke-width
  stroke-dasharray stroke-linecap stroke-linejoin opacity font-size font-weight font-style text-anchor`.split(
    /\s+/,
  ),
);
/** Values that say what holds anyway. */
const USUAL: Readonly<Record<string, string>> = {
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'text-anchor': 'start',
  transform: 'translate(0,0)',
};
/** Labels of an axis that had no room. */
const HIDDEN_LABEL = /<text[^>]* opacity="0"[^>]*>[^<]*<\/text>/g;
const TAG = /<(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;

/** The content of Vega's `<svg>`. */
export function cleanSvg(svg: string): string {
  const content = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  return content
    .replace(/<path[^>]*display="none"[^>]*(?:\/>|><\/path>)/g, '')
    .replace(HIDDEN_LABEL, '')
    .replace(TAG, (_, name: string, attributes: string, end: string) =>
      writeTag(name, attributes, end),
    );
}

function writeTag(name: string, attributes: string, end: string): string {
  const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
    ([, key = '', value = '']) => [key, value] as const,
  );
  const named = pairs.find(([key]) => key === 'class')?.[1] ?? '';
  const kept = pairs
    .map(([key, value]) => [key, cleanValue(key, value)] as const)
    .filter(([key, value]) => KEPT.has(key) && USUAL[key] !== value);
  const parts = [name, ...classOf(named), ...kept.map(([key, value]) => `${key}="${value}"`)];
  return `<${parts.join(' ')}${end}>`;
}

/** Of axes and legends, and of layers that have a name of ours. */
function classOf(vegas: string): string[] {
  const [, layer] = /role-mark (?!layer_|concat_|child_|marks\b)([\w-]+?)_marks/.exec(vegas) ?? [];
  if (layer !== undefined) return [`class="chart-${layer}"`];
  return /mark-group role-(?:axis|legend)/.test(vegas) ? ['class="chart-axis"'] : [];
}

function cleanValue(key: string, value: string): string {
  if (key.endsWith('opacity') && Object.hasOwn(OPACITIES, value))
    return OPACITIES[value as keyof typeof OPACITIES];
  if (key === 'font-size') return value.replace('px', '');
  return value.replace(/-?\d*\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
}
