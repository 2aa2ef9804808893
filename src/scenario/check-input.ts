/** Mistakes of a scenario's inputs that their schema can't see. */
import type { StatedScenario } from './schema.ts';

/** What a generator gets beside parameters. */
const taken = ['seed', 'out'];

/** Each a sentence without a full stop. */
export function inputMistakes({ inputs = {}, cases }: StatedScenario): string[] {
  return Object.entries(inputs).flatMap(([name, input]) => {
    if (!('generator' in input)) return [];
    const where = `the input "${name}" is made by "${input.generator}"`;
    return input.by.flatMap((parameter) => {
      if (taken.includes(parameter))
        return [`${where} from a parameter "${parameter}", a name that is taken`];
      const lacking = cases.find((one) => !Object.hasOwn(one.parameters, parameter));
      return lacking === undefined
        ? []
        : [`${where} from "${parameter}", which the case "${lacking.id}" hasn’t`];
    });
  });
}
