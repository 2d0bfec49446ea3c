// Requests that nobody means well with: every field of every body, every parameter and every header, each with what can be
// wrong with its kind. Made from requests that are fine, so that one thing at a time is not.

export interface Attack {
  readonly route: string;
  readonly field: string;
  readonly kind: string;
  readonly path: string;
  /** As text: some of it is no JSON. */
  readonly body: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whose token it comes with; the member's own where it is not said. */
  readonly token?: string;
}

export interface Fine {
  readonly route: string;
  readonly path: string;
  readonly body?: unknown;
}

type Steps = readonly (string | number)[];
const LONG = 'x'.repeat(100_000);
const DEEP = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`;

/** Raw JSON in the place of a value of some kind. */
const INSTEAD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  string: {
    ...{ null: 'null', number: '7', bool: 'true', list: '["a"]', object: '{"a":1}', deep: DEEP, huge: JSON.stringify(LONG) },
    ...{ nul: '"a\\u0000b"', surrogate: '"\\udc00"', unfinished: '"a', operator: '{"$ne":""}', prototype: '{"__proto__":{"a":1}}' },
  },
  number: {
    null: 'null',
    text: '"1"',
    list: '[1]',
    object: '{"a":1}',
    infinite: '1e999',
    infinitely: '-1e999',
    nan: 'NaN',
    deep: DEEP,
    operator: '{"$gt":0}',
  },
  boolean: { text: '"true"', number: '1', list: '[true]', object: '{}', deep: DEEP },
  list: { text: '"[]"', number: '0', object: '{"length":1}', deep: DEEP, bool: 'true' },
  object: { text: '"{}"', number: '1', list: '[]', bool: 'true', deep: DEEP },
};

/** Raw JSON in the beginning of an object. */
const INSIDE: Readonly<Record<string, string>> = {
  prototype: '"__proto__":{"role":"admin"}',
  constructor: '"constructor":{"prototype":{"role":"admin"}}',
  escaped: '"__pr\\u006fto__":{"role":"admin"}',
};

const FORGED: Readonly<Record<string, string>> = {
  author: '"author":"m-00000000000000aa"',
  person: '"person":"m-00000000000000aa"',
  team: '"team":"t-00000000000000aa"',
  role: '"role":"owner"',
  seq: '"seq":1',
};

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

function* pathsIn(value: unknown, at: Steps = []): Generator<readonly [Steps, unknown]> {
  yield [at, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) yield* pathsIn(part, [...at, Array.isArray(value) ? Number(key) : key]);
}

/** A value as JSON, with raw text in one place. */
function written(value: unknown, at: Steps, raw: (own: string) => string): string {
  if (at.length === 0) return raw(JSON.stringify(value));
  const [step, ...rest] = at;
  if (Array.isArray(value)) return `[${value.map((part, i) => (i === step ? written(part, rest, raw) : JSON.stringify(part))).join(',')}]`;
  const parts = Object.entries(value as object).map(
    ([key, part]) => `${JSON.stringify(key)}:${key === step ? written(part, rest, raw) : JSON.stringify(part)}`,
  );
  return `{${parts.join(',')}}`;
}

const without = (value: unknown, at: Steps): string => {
  const copy = structuredClone(value);
  const holder = at.slice(0, -1).reduce<unknown>((part, step) => (part as Record<string | number, unknown>)[step], copy) as Record<
    string,
    unknown
  >;
  delete holder[String(at.at(-1))];
  return JSON.stringify(copy);
};

/** Everything that can be wrong with one body. */
export function* bodyAttacks({ route, path, body }: Fine, forgeable: boolean): Generator<Attack> {
  for (const [at, value] of pathsIn(body)) {
    const field = at.map((step) => (typeof step === 'number' ? '#' : step)).join('.') || '(body)';
    const attack = (kind: string, text: string): Attack => ({ route, field, kind, path, body: text });
    for (const [kind, raw] of Object.entries(INSTEAD[kindOf(value)] ?? {}))
      yield attack(
        `instead: ${kind}`,
        written(body, at, () => raw),
      );
    if (kindOf(value) === 'object') {
      for (const [kind, raw] of Object.entries(INSIDE))
        yield attack(
          `inside: ${kind}`,
          written(body, at, (own) => `{${raw}${own === '{}' ? '' : ','}${own.slice(1)}`),
        );
      const [first] = Object.entries(value as object);
      if (first)
        yield attack(
          'inside: twice',
          written(body, at, (own) => `{${JSON.stringify(first[0])}:${JSON.stringify(first[1])},${own.slice(1)}`),
        );
    }
    // Only the envelope says all that may stand in it.
    if (forgeable && kindOf(value) === 'object' && !at.includes('set'))
      for (const [kind, raw] of Object.entries(FORGED))
        yield attack(
          `forged: ${kind}`,
          written(body, at, (own) => `{${raw},${own.slice(1)}`),
        );
    if (at.length > 0 && typeof at.at(-1) === 'string' && !at.includes('set')) yield attack('missing', without(body, at));
  }
  const text = JSON.stringify(body);
  const whole = {
    'cut off': text.slice(0, -2),
    twice: text + text,
    empty: '',
    'not utf-8': `${text.slice(0, -1)},"\\ud800":1}`,
    'a comment': `/**/${text}`,
  };
  for (const [kind, one] of Object.entries(whole)) yield { route, field: '(text)', kind, path, body: one };
  yield { route, field: 'content-type', kind: 'form', path, body: text, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  yield { route, field: 'content-encoding', kind: 'unknown', path, body: text, headers: { 'content-encoding': 'compress' } };
  yield { route, field: 'content-encoding', kind: 'not packed', path, body: text, headers: { 'content-encoding': 'gzip' } };
  yield { route, field: 'content-length', kind: 'too much', path, body: text, headers: { 'content-length': '99999999999' } };
}

export interface Tokens {
  readonly expired: string;
  readonly revoked: string;
  readonly refresh: string;
  readonly stranger: string;
  readonly own: string;
}

/** Everything that can be wrong with who asks. */
export function* tokenAttacks({ route, path, body }: Fine, tokens: Tokens): Generator<Attack> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const { own, stranger } = tokens;
  const all: Readonly<Record<string, string>> = {
    ...{
      none: '',
      garbage: 'Bearer x',
      expired: `Bearer ${tokens.expired}`,
      revoked: `Bearer ${tokens.revoked}`,
      'refresh token': `Bearer ${tokens.refresh}`,
    },
    ...{
      'other scheme': `Basic ${own}`,
      'cut off': `Bearer ${own.slice(0, -1)}`,
      longer: `Bearer ${own}A`,
      twice: `Bearer ${own} ${own}`,
      huge: `Bearer ${LONG.slice(0, 8000)}`,
    },
    'other team’s id': `Bearer ${own.slice(0, 4)}${stranger.slice(4, 22)}${own.slice(22)}`,
    'other case': `Bearer ${own.toUpperCase()}`,
    quoted: `Bearer ${own}' OR '1'='1`,
  };
  for (const [kind, authorization] of Object.entries(all))
    yield { route, field: 'authorization', kind, path, body: text, headers: { authorization } };
}

const BAD_TEXTS: Readonly<Record<string, string>> = {
  ...{
    nul: '%00',
    up: '..%2f..%2fetc',
    quote: "'%20OR%201=1--",
    long: LONG.slice(0, 8000),
    empty: '%20',
    unicode: '%ff%fe',
    proto: '__proto__',
  },
  ...{
    template: '%7B%7B7*7%7D%7D',
    negative: '-1',
    float: '1.5',
    exponent: '1e3',
    hex: '0x10',
    list: '[1]',
    percent: '%25',
    newline: 'a%0d%0ab',
    star: '*',
  },
};

/** Everything that can be wrong with an address. @param names of the parameters in its query, and of those in its path the values */
export function* addressAttacks(
  { route, path, body }: Fine,
  query: readonly string[],
  ids: readonly string[],
  strange: readonly string[],
): Generator<Attack> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const bare = path.split('?')[0] ?? path;
  for (const [kind, bad] of Object.entries(BAD_TEXTS)) {
    for (const name of query) yield { route, field: `?${name}`, kind, path: `${bare}?${name}=${bad}`, body: text };
    yield { route, field: '?unknown', kind, path: `${bare}?unknown=${bad}`, body: text };
    for (const id of ids) yield { route, field: ':id', kind, path: bare.replace(id, bad), body: text };
  }
  for (const name of query) yield { route, field: `?${name}`, kind: 'twice', path: `${bare}?${name}=1&${name}=1`, body: text };
  for (const id of ids)
    for (const other of strange)
      yield { route, field: ':id', kind: `somebody else’s ${other.slice(0, 2)}`, path: bare.replace(id, other), body: text };
}
