/** Mistakes of a scenario's inputs that their schema can't see. */
import type { StatedScenario } from './schema.ts';

/** What a generator gets of Steelyard itself. */
const taken = ['seed', 'out'];

/** Each a sentence without a full stop. */
export function inputMistakes({ inputs = {}, cases }: StatedScenario): string[] {
  const names = Object.keys(inputs);
  return Object.entries(inputs).flatMap(([name, input], index) => {
    if (!('generator' in input)) return [];
    const where = `the input "${name}" is made by "${input.generator}"`;
    const above = names.slice(0, index);
    const unknown = input.of.filter((other) => !above.includes(other));
    const lacks = unknown.map(
      (other) => `${where} of "${other}", which is no input stated above it`,
    );
    const twice = input.of.filter((other) => input.by.includes(other));
    const clashes = twice.map((other) => `${where} from two things that are named "${other}"`);
    const wrong = input.by.flatMap((parameter) => {
      if (taken.includes(parameter))
        return [`${where} from a parameter "${parameter}", which Steelyard itself hands over`];
      const lacking = cases.find((one) => !Object.hasOwn(one.parameters, parameter));
      return lacking === undefined
        ? []
        : [`${where} from "${parameter}", which the case "${lacking.id}" hasn’t`];
    });
    return [...lacks, ...clashes, ...wrong];
  });
}
