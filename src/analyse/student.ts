/** Halvings of the interval that holds the angle: after these it is as exact as a number can be. */
const HALVINGS = 60;

/**
 * The t for which a share of Student's distribution lies between −t and t.
 *
 * The distribution by its finite sums (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4),
 * inverted by bisection.
 *
 * @param freedom degrees of freedom, a whole number from 1
 * @param share between 0 and 1, for example 0.95
 */
export function studentT(freedom: number, share: number): number {
  let [low, high] = [0, Math.PI / 2];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (shareWithin(middle, freedom) < share) low = middle;
    else high = middle;
  }
  return Math.sqrt(freedom) * Math.tan((low + high) / 2);
}

/** How much lies between −t and t, where t = √freedom · tan θ. */
function shareWithin(theta: number, freedom: number): number {
  const cosine = Math.cos(theta);
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = 0;
  for (let power = isOdd ? 1 : 0; power <= freedom - 2; power += 2) {
    sum += term;
    term *= (cosine * cosine * (power + 1)) / (power + 2);
  }
  return isOdd ? (2 / Math.PI) * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
}
