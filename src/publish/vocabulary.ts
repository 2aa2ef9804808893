/**
 * What a page of a preview may consist of. Listed is what our pages and their prose are made of;
 * everything else is refused, so that nothing needs to be known of what browsers run.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const HTML_ELEMENTS = words(`
  html head title meta link style body
  header nav main article section aside footer div p span hr br
  h1 h2 h3 h4 h5 h6 ol ul li dl dt dd figure figcaption blockquote pre details summary
  a abbr b cite code del dfn em i ins kbd mark q s small strong sub sup time var samp wbr
  table caption colgroup col thead tbody tfoot tr th td
  input label fieldset legend img
`);

export const SVG_ELEMENTS = words('svg g path line rect circle text tspan title desc');

/** How the value of an attribute is checked: not at all, as an address, as CSS, or against a list. */
export type AttributeRule = 'text' | 'address' | 'css' | ReadonlySet<string>;

const rules: Readonly<Record<string, AttributeRule>> = {
  ...every('text', 'id class title lang dir role tabindex hidden open start value reversed'),
  ...every('text', 'name property content media datetime abbr colspan rowspan headers scope span'),
  ...every('text', 'for checked disabled'),
  ...every('text', 'xmlns viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d dx dy transform'),
  ...every('text', 'focusable preserveAspectRatio text-anchor dominant-baseline'),
  ...every('css', 'fill stroke fill-opacity stroke-opacity opacity stroke-width stroke-dasharray'),
  ...every('css', 'stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit overflow'),
  ...every('css', 'font-family font-size font-weight font-style paint-order style color'),
  alt: 'text',
  href: 'address',
  src: 'address',
  rel: words(
    'icon stylesheet alternate author license help next prev bookmark nofollow noopener noreferrer external',
  ),
  type: words('radio checkbox text/css image/svg+xml application/json text/csv text/plain'),
  charset: words('utf-8 UTF-8'),
};

function every(rule: AttributeRule, names: string): Record<string, AttributeRule> {
  return Object.fromEntries([...words(names)].map((name) => [name, rule]));
}

/** The rule of an attribute; undefined where it may not stand on any element. */
export function ruleOf(attribute: string): AttributeRule | undefined {
  if (/^(?:data|aria)-[\w-]+$/.test(attribute)) return 'text';
  return Object.hasOwn(rules, attribute) ? rules[attribute] : undefined;
}

/** At-rules of CSS that load nothing. */
export const AT_RULES = words(
  'media supports page container layer keyframes property starting-style',
);

/** Functions of CSS that load something. */
export const LOADING_FUNCTIONS = words(`
  url src image image-set -webkit-image-set cross-fade -webkit-cross-fade element -moz-element paint
`);

/**
 * Pictures, by the ending of their name, with what the bytes of each begin with as one character a
 * byte: a browser that guesses at content must not find a page under a picture's name. An SVG is
 * none of them: opened by itself, it runs scripts.
 *
 * PNG specification, section 5.2; ITU T.81, B.1.1.3; WebP container specification; AVIF
 * specification, section 6 (the brand of ISO/IEC 14496-12's file type box).
 */
export const PICTURES: ReadonlyMap<string, RegExp> = new Map([
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['jpeg', /^\xff\xd8\xff/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['avif', /^\0\0\0[^]ftypavi[fs]/],
]);

/** What a preview's folder may hold beside pages; none of it is run by a browser. */
export const FILE_TYPES: ReadonlySet<string> = new Set([
  ...words('html css json jsonl csv txt'),
  ...PICTURES.keys(),
]);
