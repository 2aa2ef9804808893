import { describe, expect, it } from 'vitest';
import { Agreements } from '../../src/measure/agreements.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';

const gave = (contestant: string, text?: string, id = 'a/1') =>
  ({
    case: id,
    contestant,
    ...(text !== undefined && { gave: { sha256: text, begins: `"${text}"` } }),
  }) as InvocationRecord;

function noted(...records: readonly InvocationRecord[]): Agreements {
  const agreements = new Agreements();
  for (const record of records) agreements.note(record);
  return agreements;
}

describe('whether contestants agree', () => {
  it('is so for the first, for whoever gives the same, and for what gave nothing', () => {
    expect(noted().whyNot(gave('x', '1'))).toBeUndefined();
    expect(noted(gave('x', '1')).whyNot(gave('y', '1'))).toBeUndefined();
    expect(noted(gave('x', '1')).whyNot(gave('y'))).toBeUndefined();
  });

  it('is not so for either of two that give different things', () => {
    const both = noted(gave('x', '1'), gave('y', '2'));
    expect(both.whyNot(gave('y', '2'))).toBe(
      'it gives "2", and x gives "1": nobody knows which is right',
    );
    expect(both.whyNot(gave('x', '1'))).toBe(
      'it gives "1", and y gives "2": nobody knows which is right',
    );
  });

  it('is of one case alone, and of what each gave last', () => {
    expect(noted(gave('x', '1', 'b/1')).whyNot(gave('y', '2'))).toBeUndefined();
    expect(noted(gave('x', '1'), gave('x', '2')).whyNot(gave('y', '2'))).toBeUndefined();
  });
});
