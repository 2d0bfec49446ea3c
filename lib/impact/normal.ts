// The standard normal distribution. Only log, sqrt and exp are used: sin and cos differ between browsers.

// Wichura, "Algorithm AS 241", Applied Statistics 37 (1988): PPND16. Highest power first.
const CENTRE = [
  2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
  133.14166789178437745, 3.387132872796366608,
];
const CENTRE_DIVISOR = [
  5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083,
  42.313330701600911252, 1,
];
const TAIL = [
  7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504,
  5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
];
const TAIL_DIVISOR = [
  1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455,
  1.6763848301838038494, 2.05319162663775882187, 1,
];
const ratio = (x: number, above: readonly number[], below: readonly number[]): number =>
  above.reduce((sum, c) => sum * x + c, 0) / below.reduce((sum, c) => sum * x + c, 0);

/** Density of the standard normal at `x`. */
export const normalPdf = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** P(Z < x) for the standard normal; absolute error below 1e-14 (Marsaglia's series around zero). */
export function normalCdf(x: number): number {
  // With what is no number the series would never settle.
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) > 8.3) return x > 0 ? 1 : 0;
  let sum = x;
  let term = x;
  for (let odd = 3, before = 0; sum !== before; odd += 2) {
    before = sum;
    term *= (x * x) / odd;
    sum += term;
  }
  return Math.min(1, Math.max(0, 0.5 + sum * normalPdf(x)));
}

/**
 * The x with P(Z < x) = u, about 16 digits for u from 2e-11 to 1 - 2e-11; farther out it stays at +-6.66. No draw, level
 * or chance here lies out there, and the third table of the algorithm would be carried into every ticket page.
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, CENTRE, CENTRE_DIVISOR);
  const r = Math.min(5, Math.sqrt(-Math.log(q < 0 ? u : 1 - u)));
  return Math.sign(q) * ratio(r - 1.6, TAIL, TAIL_DIVISOR);
}
