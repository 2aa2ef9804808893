// Writes so many megabytes of made-up text to the path that --out names, the same for the same seed.
import { closeSync, openSync, writeSync } from 'node:fs';

const given = Object.fromEntries(process.argv.slice(2).map((word) => word.slice(2).split('=')));
const wanted = Number(given.megabytes) * 1e6;
const file = openSync(given.out, 'w');

let state = Number(given.seed);
// In whole numbers of 32 bits: a plain product would be rounded above 2^53, and soon go in circles.
const next = (most) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 2 ** 32) * most);
};
const letters = 'etaoinshrdlucmfwypvbgkjqxz';
const word = () =>
  Array.from({ length: 2 + next(8) }, () => letters[Math.min(next(26), next(26))]).join('');
const vocabulary = Array.from({ length: 5000 }, word);

for (let written = 0; written < wanted;) {
  let piece = '';
  while (piece.length < 100_000)
    piece += `${Array.from({ length: 4 + next(10) }, () => vocabulary[next(5000)]).join(' ')}\n`;
  written += writeSync(file, piece);
}
closeSync(file);
