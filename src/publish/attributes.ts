/** Which attributes a page of a preview may have, and which values. Listed is what our pages have. */
import { html } from 'parse5';
import { ALIGNMENT } from './alignment.ts';
import { words } from './words.ts';

/** How a value is checked: not at all, as an address, by its words, or as a whole by a pattern. */
export type AttributeRule = 'text' | 'address' | ReadonlySet<string> | RegExp;

type Rules = Readonly<Record<string, AttributeRule>>;

const COUNT = /^\d{1,5}$/;
const IS_SET = /^$/;
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;
const NUMBER = String.raw`-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?`;
const LENGTH = new RegExp(`^${NUMBER}(?:px|em|rem|%)?$`);
/** A variable of our sheets, with a word for where it has no value. */
const VARIABLE = String.raw`var\(--[\w-]+(?:, ?[\w-]+)?\)`;
const AMOUNT = new RegExp(`^(?:${NUMBER}%?|${VARIABLE})$`);
const PAINT = new RegExp(
  `^(?:none|currentColor|transparent|black|white|#[\\da-f]{3,8}|${VARIABLE})$`,
  'i',
);
const FONT = new RegExp(`^(?:${VARIABLE}|sans-serif|monospace)$`);
const NUMBERS = /^[\d\s.,e-]*$/;
const PATH = /^[MLHVCSQTAZ\d\s.,e+-]*$/i;
const TRANSFORM = /^(?:(?:translate|scale|rotate)\([\d\s.,e-]*\)\s*)*$/;

const anywhere: Rules = {
  ...every('text', 'id class title'),
  ...every('text', 'aria-label aria-labelledby aria-describedby'),
  lang: LANGUAGE,
  dir: words('ltr rtl auto'),
  role: words('region table rowgroup row columnheader rowheader cell group img note list listitem'),
  tabindex: /^(?:0|-1)$/,
  'aria-hidden': words('true false'),
  'aria-current': words('page true'),
};

const inHtml: Rules = {
  ...anywhere,
  ...every('text', 'alt content name property media datetime abbr headers for value'),
  ...every(COUNT, 'colspan rowspan span start width height'),
  ...every(IS_SET, 'open checked disabled reversed'),
  scope: words('col row colgroup rowgroup'),
  charset: words('utf-8 UTF-8'),
  'http-equiv': /^content-security-policy$/i,
  type: words('radio checkbox 1 a A i I'),
  href: 'address',
  src: 'address',
};

const inSvg: Rules = {
  ...anywhere,
  ...every(LENGTH, 'width height x y x1 y1 x2 y2 cx cy r rx ry dx dy font-size stroke-width'),
  ...every(AMOUNT, 'fill-opacity stroke-opacity opacity stroke-dashoffset stroke-miterlimit'),
  ...every(PAINT, 'fill stroke'),
  ...every(NUMBERS, 'viewBox stroke-dasharray'),
  xmlns: words(html.NS.SVG),
  d: PATH,
  transform: TRANSFORM,
  focusable: words('true false'),
  preserveAspectRatio: words('none xMinYMin xMidYMid xMaxYMax meet slice'),
  // The marks on a beam are drawings of no size, with their centre at a place of the beam.
  overflow: words('visible'),
  'font-family': FONT,
  'font-weight': /^(?:[1-9]\d\d|normal|bold)$/,
  'font-style': words('normal italic'),
  'text-anchor': words('start middle end'),
  'dominant-baseline': words('auto middle central hanging'),
  'paint-order': words('normal fill stroke markers'),
  'stroke-linecap': words('butt round square'),
  'stroke-linejoin': words('miter round bevel'),
};

/** What only one element may have, or may not have though others do. */
const ofElement: Readonly<Record<string, Rules>> = {
  html: { lang: LANGUAGE },
  head: {},
  body: {},
  a: { ...inHtml, rel: words('nofollow noopener noreferrer external') },
  td: { ...inHtml, style: ALIGNMENT },
  th: { ...inHtml, style: ALIGNMENT },
  link: { ...inHtml, rel: words('icon') },
};

function every(rule: AttributeRule, names: string): Rules {
  return Object.fromEntries([...words(names)].map((name) => [name, rule]));
}

function rulesOf(namespace: string, tagName: string): Rules {
  if (namespace === (html.NS.SVG as string)) return inSvg;
  return Object.hasOwn(ofElement, tagName) ? ofElement[tagName]! : inHtml;
}

/**
 * The rule of an attribute; undefined where it may not stand on the element.
 *
 * @param namespace of the element
 */
export function ruleOf(
  namespace: string,
  tagName: string,
  attribute: string,
): AttributeRule | undefined {
  const rules = rulesOf(namespace, tagName);
  if (Object.hasOwn(rules, attribute)) return rules[attribute];
  // What may have no class has no data either.
  return Object.hasOwn(rules, 'class') && /^data-[\w-]+$/.test(attribute) ? 'text' : undefined;
}

/** What of a value breaks its rule; undefined if nothing does. Addresses are checked elsewhere. */
export function strangeIn(rule: AttributeRule, value: string): string | undefined {
  if (rule instanceof RegExp) return rule.test(value) ? undefined : value;
  if (typeof rule === 'string') return undefined;
  return value.split(/\s+/).find((word) => word !== '' && !rule.has(word));
}
