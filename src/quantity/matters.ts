/** What difference of a measure matters, as a scenario states it before the first round. */
import { z } from 'astro/zod';
import { parseQuantity } from './quantity.ts';
import type { MeasureUnit } from './units.ts';

/** As a ratio (1.02 = 2%), as a difference in the measure's unit, or both: then it has to be as large as both. */
export const mattersSchema = z
  .strictObject({
    ratio: z.number().gt(1).optional(),
    difference: z.number().positive().optional(),
  })
  .refine((matters) => matters.ratio !== undefined || matters.difference !== undefined, {
    message: 'state what matters as a ratio, a difference or both',
  });
export type Matters = z.infer<typeof mattersSchema>;

/** As an author writes it: "2%", "50 ms", or both as ["10%", "0.05 ms"]. */
export const statedSchema = z.union([z.string(), z.array(z.string()).min(1).max(2)]);
export type Stated = z.infer<typeof statedSchema>;

const HOW = 'write a percentage, an amount, or both: "2%", "50 ms", ["10%", "0.05 ms"]';

/**
 * What is stated, in the measure's unit.
 *
 * @returns a sentence about the mistake where it can't be read
 */
export function readMatters(stated: Stated, unit: MeasureUnit): Matters | string {
  const matters: { ratio?: number; difference?: number } = {};
  for (const text of [stated].flat()) {
    const amount = parseQuantity(text);
    if (amount === undefined) return `"${text}" is no amount: ${HOW}`;
    // A percentage is one of the value, also where the value itself is a share.
    const field = amount.unit === 'share' ? 'ratio' : 'difference';
    if (field === 'difference' && amount.unit !== unit)
      return `"${text}" is in another unit than the measure: ${HOW}`;
    if (matters[field] !== undefined) return `"${text}" states the same a second time: ${HOW}`;
    if (!(amount.value > 0)) return `"${text}" is nothing: ${HOW}`;
    matters[field] = field === 'ratio' ? 1 + amount.value : amount.value;
  }
  return matters;
}

/** An amount in a unit, as an author writes it: "1 kB". */
export const amountSchema = z.string().transform((text, context) => {
  const amount = parseQuantity(text);
  if (amount === undefined || !(amount.value > 0)) {
    const message = `"${text}" is no amount: write a number with its unit, such as "1 kB"`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  return { unit: amount.unit, value: amount.value };
});
