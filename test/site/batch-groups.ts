/** Which contestants change places, become alike or stop finishing, in sessions for one build. */
import { even, smallSession, stop, swap, type Cast, type Small } from './batch-sessions.ts';

/** Contestants of the fixture, whose invented runs are played by two that change places. */
const roles = ['duso', 'python-threads', 'python-threads-http-client', 'python-asyncio'];
const pairs = roles.flatMap((one, index) =>
  roles.slice(index + 1).map((two) => [one, two] as const),
);

export interface Group {
  readonly name: string;
  readonly x: string;
  readonly y: string;
  readonly cast: Cast;
  readonly cases?: readonly string[];
}

/** Two of one runtime with a third beside them. */
export const trio: Group = {
  name: 'trio',
  x: 'python-threads',
  y: 'python-asyncio',
  cast: { 'python-threads': 'python-threads', 'python-asyncio': 'python-asyncio', duso: 'duso' },
};
/** One of each runtime, in two cases and in one. */
const couples = pairs.flatMap(([one, two]): Group[] => {
  const couple = { x: 'duso', y: 'python-threads', cast: { duso: one, 'python-threads': two } };
  const name = `${one}-${two}`;
  return [
    { ...couple, name },
    { ...couple, name: `${name}-alone`, cases: ['io/100'] },
  ];
});
export const groups = [trio, ...couples];

/** The session of a group as it was, and the four data sets that are made of it. */
export function mutated({ name, x, y, cast, cases }: Group): Small[] {
  const before = smallSession(`${name}-before`, cast, cases);
  return [
    before,
    swap(before, `${name}-changed-places`, x, y),
    even(before, `${name}-evened`, x, y),
    stop(before, `${name}-stopped-x`, x),
    stop(before, `${name}-stopped-y`, y),
  ];
}
