// Who brings how much of what several bring together.

/** What is left of each set's mean when all that its parts bring is taken off: what its members bring only together. */
function together(count: number, mean: (set: number) => number): number[] {
  const left: number[] = [0];
  while (left.length < 1 << count) left.push(mean(left.length));
  for (let bit = 1; bit < left.length; bit <<= 1) {
    for (let set = 0; set < left.length; set++) if (set & bit) left[set] = (left[set] ?? 0) - (left[set ^ bit] ?? 0);
  }
  return left;
}

/**
 * Each effect's share of the whole mean: its own, and of what several bring only together as much as the others (the
 * Shapley value). They come together as often as the least likely of them. The shares add up to the mean.
 * @param mean if exactly a set of effects moves, a bit mask
 */
export function sharesOf(chances: readonly number[], mean: (set: number) => number): number[] {
  const shares = chances.map(() => 0);
  together(chances.length, mean).forEach((gain, set) => {
    let members = 0;
    let likely = 1;
    chances.forEach((chance, j) => {
      if (!((set >> j) & 1)) return;
      members++;
      likely = Math.min(likely, chance);
    });
    chances.forEach((_, j) => {
      if ((set >> j) & 1) shares[j] = (shares[j] ?? 0) + (likely * gain) / members;
    });
  });
  return shares;
}
