/** XXH64 with seed 0, all at once, in numbers of any size; see the specification. */
export function xxh64(bytes: Buffer): string {
  const mask = (1n << 64n) - 1n;
  const [p1, p2, p3, p4, p5] = [
    11400714785074694791n,
    14029467366897019727n,
    1609587929392839161n,
    9650029242287828579n,
    2870177450012600261n,
  ] as const;
  const times = (a: bigint, b: bigint): bigint => (a * b) & mask;
  const plus = (a: bigint, b: bigint): bigint => (a + b) & mask;
  const turn = (a: bigint, by: bigint): bigint => ((a << by) | (a >> (64n - by))) & mask;
  const round = (lane: bigint, input: bigint): bigint =>
    times(turn(plus(lane, times(input, p2)), 31n), p1);
  let at = 0;
  let sum: bigint = p5;
  if (bytes.length >= 32) {
    const lanes = [plus(p1, p2), p2, 0n, (1n << 64n) - p1];
    for (; at + 32 <= bytes.length; at += 32)
      lanes.forEach((lane, index) => {
        lanes[index] = round(lane, bytes.readBigUInt64LE(at + 8 * index));
      });
    sum = lanes.reduce(
      (total, lane, index) => plus(total, turn(lane, [1n, 7n, 12n, 18n][index]!)),
      0n,
    );
    for (const lane of lanes) sum = plus(times(sum ^ round(0n, lane), p1), p4);
  }
  sum = plus(sum, BigInt(bytes.length));
  for (; at + 8 <= bytes.length; at += 8)
    sum = plus(times(turn(sum ^ round(0n, bytes.readBigUInt64LE(at)), 27n), p1), p4);
  if (at + 4 <= bytes.length) {
    sum = plus(times(turn(sum ^ times(BigInt(bytes.readUInt32LE(at)), p1), 23n), p2), p3);
    at += 4;
  }
  for (; at < bytes.length; at += 1)
    sum = times(turn(sum ^ times(BigInt(bytes[at]!), p5), 11n), p1);
  sum = times(sum ^ (sum >> 33n), p2);
  sum = times(sum ^ (sum >> 29n), p3);
  return (sum ^ (sum >> 32n)).toString(16).padStart(16, '0');
}
