import { describe, expect, it } from 'vitest';
import { staleCases, staleWords } from '../../../src/present/head/staleness.ts';
import { referenceView } from '../sample.ts';

const session = referenceView.sessions[0]!;
const hashes = new Map(
  session.cases
    .flatMap((one) => [...one.contestants.flatMap(({ files }) => files), ...(one.service ?? [])])
    .map(({ path, sha256 }) => [path, sha256]),
);

describe('staleness of a session', () => {
  it('finds nothing while every file is what was measured', () => {
    expect(staleCases(session, (path) => hashes.get(path))).toEqual([]);
  });

  it('finds every case that used a changed file, and no other', () => {
    const [changed] = session.cases[0]!.contestants[0]!.files;
    const users = session.cases.filter((one) =>
      one.contestants.some(({ files }) => files.some(({ path }) => path === changed!.path)),
    );
    const stale = staleCases(session, (path) =>
      path === changed!.path ? 'another' : hashes.get(path),
    );
    expect(stale).toEqual(users.map(({ id }) => ({ caseId: id, files: [changed!.path] })));
    expect(users.length).toBeLessThan(session.cases.length);
  });

  it('counts a changed service and a file that is gone', () => {
    const withService = session.cases.filter((one) => one.service !== undefined);
    const service = withService[0]!.service![0]!.path;
    const stale = staleCases(session, (path) => (path === service ? undefined : hashes.get(path)));
    expect(stale.map(({ caseId }) => caseId)).toEqual(withService.map(({ id }) => id));
  });

  it('is told in words that agree in number', () => {
    const one = { caseId: 'io/100', files: ['a'] };
    expect(staleWords([one], session)).toBe(`1 of ${session.cases.length} cases is stale`);
    expect(staleWords([one, one], session)).toBe(`2 of ${session.cases.length} cases are stale`);
  });
});
