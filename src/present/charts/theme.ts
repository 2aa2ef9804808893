/** How charts look: the tokens of the pages, so that dark mode and print are a matter of CSS. */
import type { Config } from 'vega-lite';

/** Widths in px of the two drawings of a chart: in the text's column, and on a phone. */
export const WIDTHS = { wide: 704, narrow: 343 } as const;
export type Width = keyof typeof WIDTHS;

export const SMALL = { size: 12, weight: 400 } as const;
export const NAME = { size: 13, weight: 600 } as const;

/** Sentinels: Vega takes opacities as numbers only; the SVG gets the tokens of the pages. */
export const OPACITIES = { '0.36': 'var(--dot)', '0.34': 'var(--iv)' } as const;
export const DOT_OPACITY = 0.36;
export const INTERVAL_OPACITY = 0.34;

/** How an axis writes its numbers: thousands get a thin space from 10 000 on, as everywhere. */
export const NUMBER =
  "abs(datum.value) < 10000 ? format(datum.value, '~f') : replace(format(datum.value, ',.0f'), regexp(',', 'g'), '\u202f')";

const soft = {
  labelColor: 'var(--ink-3)',
  labelFontSize: SMALL.size,
  labelFontWeight: SMALL.weight,
  titleColor: 'var(--ink-3)',
  titleFontSize: SMALL.size,
  titleFontWeight: SMALL.weight,
} as const;

const colours = [1, 2, 3, 4, 5, 6].map((slot) => `var(--c${slot})`);

export const theme: Config = {
  // Our own title and description say more than Vega's roles.
  aria: false,
  background: 'transparent',
  view: { stroke: null },
  mark: { color: 'var(--c1)' },
  text: { color: 'var(--ink)', fontSize: NAME.size },
  rule: { color: 'var(--ink-3)' },
  axis: {
    ...soft,
    domainColor: 'var(--line-2)',
    gridColor: 'var(--line)',
    tickColor: 'var(--line-2)',
    labelPadding: 6,
    titlePadding: 10,
  },
  // Above the axis, from its left end on: read without turning the head, and with room for a long one.
  axisY: {
    domain: false,
    ticks: false,
    titleAngle: 0,
    titleAlign: 'left',
    titleAnchor: 'end',
    titleBaseline: 'bottom',
    titleX: 0,
    titleY: -10,
  },
  axisX: { grid: false },
  legend: { ...soft, labelColor: 'var(--ink-2)', symbolFillColor: 'var(--ink-3)' },
  header: soft,
  title: { color: 'var(--ink)', fontSize: NAME.size, fontWeight: NAME.weight, anchor: 'start' },
  range: { category: colours },
};
