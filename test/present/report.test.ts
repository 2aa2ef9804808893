import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/present/report.ts';

const front = {
  title: 'Several tools',
  description: 'What is compared.',
  contestants: [{ id: 'amber', slot: 1 }],
  cases: {},
};

describe('the sides of a report', () => {
  it('are both there, or none', () => {
    expect(reportSchema.safeParse(front).success).toBe(true);
    expect(reportSchema.safeParse({ ...front, subject: 'a', others: 'B' }).success).toBe(true);
  });

  it.each([
    [{ subject: 'a' }, 'subject', '"subject" stands there without "others"'],
    [{ others: 'B' }, 'others', '"others" stands there without "subject"'],
  ])('are a mistake where one is alone: %o', (sides, field, message) => {
    const { error } = reportSchema.safeParse({ ...front, ...sides });
    expect(error?.issues).toMatchObject([
      { path: [field], message: expect.stringContaining(message) as string },
    ]);
  });
});

describe('the sessions of a report', () => {
  it('count once, the reference among them', () => {
    const pins = (session: string, ...replications: string[]) =>
      reportSchema.safeParse({ ...front, session, replications }).error?.issues;
    expect(pins('one', 'two', 'three')).toBeUndefined();
    expect(pins('one', 'two', 'two')).toMatchObject([{ path: ['replications'] }]);
    expect(pins('one', 'two', 'one')).toMatchObject([{ path: ['replications'] }]);
  });
});
