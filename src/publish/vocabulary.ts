/**
 * What a page of a preview may consist of. Listed is what our pages and their prose are made of;
 * everything else is refused, so that nothing needs to be known of what browsers run.
 */
import { words } from './words.ts';

export const HTML_ELEMENTS = words(`
  html head title meta link body
  header nav main article section aside footer div p span hr br
  h1 h2 h3 h4 h5 h6 ol ul li dl dt dd figure figcaption blockquote pre details summary
  a abbr b cite code del dfn em i ins kbd mark q s small strong sub sup time var samp wbr
  table caption colgroup col thead tbody tfoot tr th td
  input label fieldset legend img
`);

export const SVG_ELEMENTS = words('svg g path line rect circle text tspan title desc');

/** Elements that speak for the whole page, and stand in its head only. */
export const HEAD_ELEMENTS = words('title meta link');
