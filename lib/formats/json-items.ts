// A JSON document of lists at its top level, taken apart without being read: where each item of a list stands, and on which
// line. So a long file is read an item at a time, and one that is spoilt costs no other.

export interface Item {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

export type ItemsRefusal = 'not-json' | 'too-deep' | 'too-many-rows';
export type JsonItems =
  /** By the top level's keys: the items of a list, or the one value that is none. */
  | { readonly ok: true; readonly lists: ReadonlyMap<string, readonly Item[]>; readonly values: ReadonlyMap<string, Item> }
  | { readonly ok: false; readonly why: ItemsRefusal; readonly line: number };

/** Items between two pauses. */
const STEP = 256;

/** Ends the reading wherever it is. Does not leave this file. */
class Stop {
  readonly why: ItemsRefusal;
  readonly at: number;
  constructor(why: ItemsRefusal, at: number) {
    this.why = why;
    this.at = at;
  }
}

const pastBlank = (text: string, from: number): number => {
  let at = from;
  while (/[ \t\r\n]/.test(text.charAt(at))) at++;
  return at;
};

/** Behind a text that opens at `from`. */
function pastText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charAt(end - 1 - slashes) === '\\') slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  throw new Stop('not-json', from);
}

/** Behind a value; `depth` lists and objects are around it. Brackets are counted, not matched: whoever reads it does that. */
function pastValue(text: string, from: number, depth: number, deepest: number): number {
  const sign = /["[\]{}]/g;
  sign.lastIndex = from;
  if (text[from] === '"') return pastText(text, from);
  if (text[from] !== '{' && text[from] !== '[') {
    const bare = /[^\s,\]}]+/y;
    bare.lastIndex = from;
    if (!bare.test(text)) throw new Stop('not-json', from);
    return bare.lastIndex;
  }
  for (let open = 0, found = sign.exec(text); found; found = sign.exec(text)) {
    if (found[0] === '"') sign.lastIndex = pastText(text, found.index);
    else if (found[0] === '{' || found[0] === '[') {
      if (depth + ++open > deepest) throw new Stop('too-deep', found.index);
    } else if (--open === 0) return sign.lastIndex;
  }
  throw new Stop('not-json', from);
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/**
 * Takes a document apart in steps; yields the share done. Never throws.
 * @param deepest lists and objects within one another @param most items of one list
 */
export function* jsonItems(
  text: string,
  { deepest, most }: { readonly deepest: number; readonly most: number },
): Generator<number, JsonItems> {
  const lists = new Map<string, Item[]>();
  const values = new Map<string, Item>();
  let [line, counted] = [1, 0];
  /** The line of a place behind the last one asked for. */
  const lineOf = (at: number): number => {
    for (let end = text.indexOf('\n', counted); end >= 0 && end < at; end = text.indexOf('\n', end + 1))
      [line, counted] = [line + 1, end + 1];
    return line;
  };
  const item = (start: number, depth: number): Item => ({ start, end: pastValue(text, start, depth, deepest), line: lineOf(start) });
  try {
    let at = pastBlank(text, text.startsWith('\uFEFF') ? 1 : 0);
    const meet = (sign: string): void => {
      at = pastBlank(text, at);
      if (text[at] !== sign) throw new Stop('not-json', at);
      at = pastBlank(text, at + 1);
    };
    /** Whether something comes behind an item: a comma, and not the end. */
    const goesOn = (end: string): boolean => {
      at = pastBlank(text, at);
      if (text[at] === end) return false;
      meet(',');
      return true;
    };
    meet('{');
    let steps = 0;
    for (let more = text[at] !== '}'; more; more = goesOn('}')) {
      if (text[at] !== '"') throw new Stop('not-json', at);
      const start = at;
      at = pastText(text, at);
      const key = keyIn(text.slice(start, at), start);
      if (lists.has(key) || values.has(key)) throw new Stop('not-json', start);
      meet(':');
      if (text[at] !== '[') {
        const one = item(at, 1);
        values.set(key, one);
        at = one.end;
        continue;
      }
      const list: Item[] = [];
      lists.set(key, list);
      at = pastBlank(text, at + 1);
      for (let next = text[at] !== ']'; next; next = goesOn(']')) {
        if (list.length >= most) throw new Stop('too-many-rows', at);
        const one = item(at, 2);
        list.push(one);
        at = one.end;
        if (++steps % STEP === 0) yield at / text.length;
      }
      at++;
    }
    if (pastBlank(text, at + 1) < text.length) throw new Stop('not-json', at + 1);
    return { ok: true, lists, values };
  } catch (stop) {
    if (stop instanceof Stop) return { ok: false, why: stop.why, line: lineAt(text, stop.at) };
    throw stop;
  }
}

function keyIn(piece: string, at: number): string {
  try {
    return String(JSON.parse(piece));
  } catch {
    throw new Stop('not-json', at);
  }
}
