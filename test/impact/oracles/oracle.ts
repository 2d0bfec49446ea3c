// What an oracle is: a line of the definitions, worked out by ours. Node's tests and the browsers' read the same tables.

export interface Oracle {
  /** What is worked out, in the words of the definition. */
  readonly name: string;
  /** The numbers as the definition writes them: with three decimals or more they are rounded or cut there, with fewer exact. */
  readonly says: string;
  readonly found: () => readonly number[];
}

/** How far a number may be from the one written: a unit of its last digit, or, where that is exact, nine digits. */
function allowed(written: string): number {
  const decimals = written.split('.')[1]?.length ?? 0;
  return decimals < 3 ? Math.abs(Number(written)) * 1e-9 : 10 ** -decimals;
}

/** The numbers that are not what an oracle says, as words; none where it holds. */
export function missesOf({ name, says, found }: Oracle): string[] {
  const written = says.split(', ');
  const numbers = found();
  if (written.length !== numbers.length) return [`${name}: ${numbers.length} numbers, and ${written.length} are written`];
  return written.flatMap((one, i) => {
    const number = numbers[i] ?? Number.NaN;
    return Math.abs(number - Number(one)) <= allowed(one) ? [] : [`${name}: ${number} where ${one} is written`];
  });
}
