/**
 * The few kinds of Vega-Lite layers that our charts are made of. Data positions go through
 * an axis that we state in full; everything else is placed in pixels.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { Axis } from './axis.ts';
import type { ShapeName } from './marks.ts';
import type { Font } from './text-metrics.ts';

export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** Sentinels: Vega takes opacities as numbers only, and to-svg.ts turns these into tokens. */
export const DOT_OPACITY = 0.36;
export const INTERVAL_OPACITY = 0.34;

/** Which axis each direction goes through; without one, values are pixels. */
export interface Places {
  readonly x?: Axis;
  readonly y?: Axis;
}

export interface Segment {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
}

export interface LineStyle {
  readonly stroke: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

export interface TextItem {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  readonly font: Font;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export interface SymbolItem {
  readonly x: number;
  readonly y: number;
  readonly shape: ShapeName;
  /** Area of the box around it, in px². */
  readonly size: number;
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
}

/** Straight lines. */
export function ruleLayer(
  name: string,
  segments: readonly Segment[],
  style: LineStyle,
  places: Places = {},
): Layer {
  return {
    name,
    data: { values: segments.map((segment) => ({ ...segment })) },
    mark: { type: 'rule', ...strokeOf(style) },
    encoding: spanned(places),
  };
}

/** Filled rectangles. */
export function barLayer(
  name: string,
  bars: readonly Segment[],
  style: { readonly fill: string; readonly opacity?: number },
  places: Places = {},
): Layer {
  return {
    name,
    data: { values: bars.map((bar) => ({ ...bar })) },
    mark: { type: 'rect', fill: style.fill, fillOpacity: style.opacity ?? 1 },
    encoding: spanned(places),
  };
}

/** Rectangles of an outline alone. */
export function outlineLayer(
  name: string,
  bars: readonly Segment[],
  style: LineStyle,
  places: Places = {},
): Layer {
  return {
    name,
    data: { values: bars.map((bar) => ({ ...bar })) },
    mark: { type: 'rect', fillOpacity: 0, ...strokeOf(style) },
    encoding: spanned(places),
  };
}

/** One line through points, in the order of x. */
export function lineLayer(
  name: string,
  points: readonly { readonly x: number; readonly y: number }[],
  style: LineStyle,
  places: Places = {},
): Layer {
  return {
    name,
    data: { values: points.map((point) => ({ ...point })) },
    mark: { type: 'line', strokeJoin: 'round', ...strokeOf(style) },
    encoding: { x: channel('x', places.x), y: channel('y', places.y) },
  };
}

/** Single runs as faint dots of one colour. */
export function dotLayer(
  name: string,
  dots: readonly { readonly x: number; readonly y: number }[],
  fill: string,
  places: Places = {},
): Layer {
  const radius = 2.4;
  return {
    name,
    data: { values: dots.map((dot) => ({ ...dot })) },
    mark: {
      type: 'point',
      shape: 'circle',
      size: (2 * radius) ** 2,
      fill,
      stroke: 'none',
      fillOpacity: DOT_OPACITY,
    },
    encoding: { x: channel('x', places.x), y: channel('y', places.y) },
  };
}

/** Shapes of contestants. */
export function symbolLayer(
  name: string,
  symbols: readonly SymbolItem[],
  places: Places = {},
): Layer {
  const asIs = (field: string) => ({ field, type: 'nominal', scale: null }) as const;
  return {
    name,
    data: { values: symbols.map((symbol) => ({ ...symbol })) },
    mark: { type: 'point', opacity: 1 },
    encoding: {
      x: channel('x', places.x),
      y: channel('y', places.y),
      shape: asIs('shape'),
      size: { field: 'size', type: 'quantitative', scale: null },
      fill: asIs('fill'),
      stroke: asIs('stroke'),
      strokeWidth: { field: 'strokeWidth', type: 'quantitative', scale: null },
    },
  };
}

/** Text, always placed in pixels. */
export function textLayer(name: string, items: readonly TextItem[]): Layer {
  const values = items.map((item) => ({
    x: item.x,
    y: item.y,
    text: item.text,
    fill: item.fill,
    fontSize: item.font.size,
    fontWeight: item.font.weight,
    align: { start: 'left', middle: 'center', end: 'right' }[item.anchor ?? 'start'],
  }));
  return {
    name,
    data: { values },
    mark: {
      type: 'text',
      baseline: 'alphabetic',
      align: { expr: 'datum.align' },
      fontSize: { expr: 'datum.fontSize' },
      fontWeight: { expr: 'datum.fontWeight' },
    },
    encoding: {
      x: channel('x'),
      y: channel('y'),
      text: { field: 'text', type: 'nominal' },
      fill: { field: 'fill', type: 'nominal', scale: null },
    },
  };
}

function spanned(places: Places) {
  return {
    x: channel('x', places.x),
    x2: { field: 'x2' },
    y: channel('y', places.y),
    y2: { field: 'y2' },
  };
}

function channel(field: string, axis?: Axis) {
  if (axis === undefined) return { field, type: 'quantitative', scale: null } as const;
  const { type, domain, range } = axis;
  const scale = { type, domain: [...domain], range: [...range], nice: false };
  const full = type === 'linear' ? { ...scale, zero: false } : scale;
  return { field, type: 'quantitative', axis: null, scale: full } as const;
}

function strokeOf(style: LineStyle) {
  const { stroke, width, dash, opacity } = style;
  const base = { stroke, strokeWidth: width, strokeOpacity: opacity ?? 1 };
  return dash === undefined ? base : { ...base, strokeDash: [...dash] };
}
