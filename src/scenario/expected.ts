import type { Expected, Parameters, Scenario } from './schema.ts';

/**
 * The right value that an `Expected` stands for with these parameters.
 * Throws when a product names a parameter that is absent or not a number.
 */
export function expectedValue(expected: Expected, parameters: Parameters): number | string {
  if ('is' in expected) return expected.is;
  let product = 1;
  for (const factor of expected.times) {
    const value = typeof factor === 'number' ? factor : parameters[factor];
    if (typeof value !== 'number') {
      throw new Error(`"times" names the parameter "${factor}", which is no number here`);
    }
    product *= value;
  }
  return product;
}

/** The right answer of a scenario with these parameters, field by field. */
export function expectedAnswer(
  answer: NonNullable<Scenario['answer']>,
  parameters: Parameters,
): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(answer).map(([field, expected]) => [field, expectedValue(expected, parameters)]),
  );
}
