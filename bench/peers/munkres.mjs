// The npm package munkres on a dense file, when it is installed; prints milliseconds and total.
import { readFileSync } from 'node:fs';
import { munkres } from 'munkres';

const bytes = readFileSync(process.argv[2]);
const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const [rows, columns] = numbers;
const scores = numbers.subarray(2 + columns);
const most = scores.reduce((a, b) => Math.max(a, b), 0);
const costs = Array.from({ length: rows }, (_, row) =>
  Array.from(scores.subarray(row * columns, (row + 1) * columns), (score) => most - score),
);
const start = performance.now();
const pairs = munkres(costs);
const spent = performance.now() - start;
console.log(
  spent,
  pairs.reduce((sum, [row, column]) => sum + scores[row * columns + column], 0),
);
