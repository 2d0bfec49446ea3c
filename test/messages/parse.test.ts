// What a message must look like. A tracker page's script is not trusted, so everything it sends is parsed again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, FROM_OWN_PAGE, FROM_TRACKER } from '../../lib/messages.ts';
import { EFFECTS, EXAMPLES, FRAMEWORK, messageOf, type Name, OWN, SENDERS } from './examples.ts';

const NAMES = Object.keys(EXAMPLES) as Name[];
const senderOf = (name: string) => (Object.hasOwn(FROM_TRACKER, name) ? SENDERS.top : SENDERS.dashboard);
const verdict = (raw: unknown, sender = SENDERS.top as Parameters<typeof admit>[1]): unknown => {
  const admitted = admit(raw, sender, OWN);
  return admitted.ok || admitted.why;
};
const [IMPORTED] = EXAMPLES.importReadings.readings;
const sent = (name: Name, more: object): unknown => verdict(messageOf(name, more), senderOf(name));

describe('each message', () => {
  it.each(NAMES)('%s: is let in as the example has it', (name) => expect(sent(name, {})).toBe(true));
  it.each(NAMES)('%s: a key too many is refused', (name) => expect(sent(name, { extra: 1 })).toBe('invalid'));
  it.each(NAMES)('%s: any wrong type in any field is refused', (name) => {
    // Yes is an answer to some questions, and preferences that say nothing are some too.
    for (const key of Object.keys(EXAMPLES[name]))
      for (const wrong of [null, 5, true, [], {}, ['x'], Number.NaN])
        if (
          !(/^(drawn|dock|row)$/.test(key) && wrong === true) &&
          !(key === 'tab' && wrong === 5) &&
          !(key === 'preferences' && JSON.stringify(wrong) === '{}')
        )
          expect(sent(name, { [key]: wrong }), `${key}: ${JSON.stringify(wrong)}`).toBe('invalid');
  });
  it.each(NAMES)('%s: a field left out is refused', (name) => {
    for (const key of Object.keys(EXAMPLES[name])) {
      if (key === 'draft' || (name === 'stand' && key === 'at')) continue;
      const { [key]: _, ...rest } = messageOf(name);
      expect(verdict(rest, senderOf(name)), key).toBe('invalid');
    }
  });
});

describe('ends of ranges', () => {
  it.each<[Name, object, unknown]>([
    ['draft', { draft: 'x'.repeat(8000) }, true],
    ['draft', { draft: 'x'.repeat(8001) }, 'invalid'],
    ['draft', { draft: undefined }, true],
    ['save', { note: 'x'.repeat(2000) }, true],
    ['save', { note: 'x'.repeat(2001) }, 'invalid'],
    ['save', { effort: 10_000 }, true],
    ['save', { effort: 10_001 }, 'invalid'],
    ['save', { effort: 0 }, 'invalid'],
    ['save', { effort: -1 }, 'invalid'],
    ['save', { effort: Number.POSITIVE_INFINITY }, 'invalid'],
    ['save', { evidence: 'users' }, true],
    ['save', { evidence: 'faith' }, 'invalid'],
    ['save', { request: 'a'.repeat(8) }, true],
    ['save', { request: 'a'.repeat(7) }, 'invalid'],
    ['save', { request: 'a'.repeat(65) }, 'invalid'],
    ['save', { request: 'ABCDEFGH' }, 'invalid'],
    ['save', { request: 'abcdefg\n' }, 'invalid'],
    ['save', { team: '' }, 'invalid'],
    ['save', { team: 'x'.repeat(65) }, 'invalid'],
    ['save', { ticket: `github:${'a'.repeat(300)}/b#1` }, 'invalid'],
    ['save', { ticket: 'github:acme/app#12\n' }, 'invalid'],
    ['save', { ticket: 'github:acme/app #12' }, 'invalid'],
    ['save', { ticket: 'gitlab:acme/app#12' }, 'invalid'],
    ['open', { page: 'data' }, 'invalid'],
    ['addSite', { site: { origin: 'https://x.example.org/path', context: '', tracker: 'jira', flavour: 'cloud' } }, 'invalid'],
    ['addSite', { site: { origin: 'https://u@x.example.org', context: '', tracker: 'jira', flavour: 'cloud' } }, 'invalid'],
    ['addSite', { site: { origin: 'javascript:x', context: '', tracker: 'jira', flavour: 'cloud' } }, 'invalid'],
    ['addSite', { site: { origin: 'https://x.example.org', context: '/a b', tracker: 'jira', flavour: 'cloud' } }, 'invalid'],
    ['addSite', { site: { origin: 'https://x.example.org', context: '', tracker: 'jira', flavour: 'server' } }, 'invalid'],
    ['addSite', { site: { origin: 'https://x.example.org', context: '', tracker: 'linear', flavour: 'cloud' } }, 'invalid'],
    ['removeSite', { context: 'jira' }, 'invalid'],
    ['stand', { at: { x: 1.01, y: 0 } }, 'invalid'],
    ['stand', { at: { x: 0 } }, 'invalid'],
    ['health', { visit: { ...EXAMPLES.health.visit, rung: 'x'.repeat(41) } }, 'invalid'],
    ['health', { visit: { ...EXAMPLES.health.visit, tried: Array.from({ length: 24 }, () => 'a') } }, true],
    ['health', { visit: { ...EXAMPLES.health.visit, tried: Array.from({ length: 25 }, () => 'a') } }, 'invalid'],
    ['prefer', { change: { tracker: 'github', surface: { name: 'everything', on: false } } }, 'invalid'],
    ['addAlias', { from: 'jira:Work.example.org' }, 'invalid'],
    ['addAlias', { to: 'https://acme.atlassian.net' }, 'invalid'],
    ['prefer', { change: { tracker: 'elsewhere', off: true } }, 'invalid'],
    ['logReading', { reading: { ...EXAMPLES.logReading.reading, date: '2026-02-30' } }, 'invalid'],
    ['logReading', { reading: { ...EXAMPLES.logReading.reading, value: Number.NaN } }, 'invalid'],
    ['logReading', { reading: { ...EXAMPLES.logReading.reading, source: 'guess' } }, 'invalid'],
    ['importReadings', { readings: Array.from({ length: 1000 }, () => IMPORTED) }, true],
    ['importReadings', { readings: Array.from({ length: 1001 }, () => IMPORTED) }, 'invalid'],
    ['importReadings', { readings: [{ ...IMPORTED, metric: 'a/b' }] }, 'invalid'],
    ['importReadings', { readings: [{ ...IMPORTED, date: '2026-02-30' }] }, 'invalid'],
    ['importReadings', { readings: [{ ...IMPORTED, value: Number.POSITIVE_INFINITY }] }, 'invalid'],
    ['importReadings', { readings: [{ ...IMPORTED, origin: 'x'.repeat(121) }] }, 'invalid'],
    ['importReadings', { readings: [{ ...IMPORTED, source: 'typed' }] }, 'invalid'],
    ['importReadings', { request: 'a'.repeat(57) }, 'invalid'],
    ['importReadings', { part: 'a'.repeat(57) }, 'invalid'],
    ['importReadings', { part: 'import-0' }, true],
    ['undoImport', { of: 'a'.repeat(57) }, 'invalid'],
  ])('%s %j: %s', (name, more, expected) => expect(sent(name, more)).toBe(expected));

  it('checks an answer inside and out', () => {
    const [effect] = EFFECTS.effects;
    for (const answer of [
      { ...EFFECTS, effects: [] },
      { ...EFFECTS, effects: [effect, effect, effect, effect] },
      { ...EFFECTS, effects: [{ ...effect, low: 5 }] },
      { ...EFFECTS, effects: [{ ...effect, low: 6 }] },
      { ...EFFECTS, effects: [{ ...effect, mid: 1 }] },
      { ...EFFECTS, effects: [{ ...effect, chance: 0 }] },
      { ...EFFECTS, effects: [{ ...effect, chance: 1.01 }] },
      { ...EFFECTS, effects: [{ ...effect, text: 'x'.repeat(121) }] },
      { ...EFFECTS, kind: 'both' },
      { kind: 'not-north-star', reason: 'fun', framework: 'f', version: 1 },
      { kind: 'not-north-star', reason: 'debt', framework: 'f', version: 1.5 },
    ])
      expect(sent('save', { answer }), JSON.stringify(answer)).toBe('invalid');
    expect(sent('save', { answer: { kind: 'not-north-star', reason: 'debt', framework: 'f', version: 1 } })).toBe(true);
  });

  it('checks a framework: one North Star, no metric twice', () => {
    const [star, input] = FRAMEWORK.metrics;
    for (const metrics of [[], [input], [star, { ...star, id: 'x2' }], [star, input, input]])
      expect(sent('saveFramework', { framework: { ...FRAMEWORK, metrics } })).toBe('invalid');
  });
});

describe('hostile text', () => {
  const saved = (title: string): string => {
    const admitted = admit(messageOf('save', { title }), SENDERS.top, OWN);
    if (!admitted.ok || !('title' in admitted.message)) throw new Error('refused');
    return admitted.message.title;
  };

  it('keeps a title of 10,000 characters of HTML short instead of refusing the save', () => {
    const title = '<img src=x onerror=alert(1)>'.repeat(400).slice(0, 10_000);
    expect(saved(title)).toBe(title.slice(0, 300));
    expect(saved('')).toBe('');
    expect(saved('a \n\t\u2028 b')).toBe('a b');
  });

  it('never cuts a title inside an emoji', () => expect(saved(`${'x'.repeat(299)}😀`).isWellFormed()).toBe(true));

  it('reads a megabyte of anything in no time', () => {
    const huge = ' \n'.repeat(500_000);
    const start = performance.now();
    expect(saved(huge)).toBe(' ');
    for (const key of ['ticket', 'request', 'team', 'note', 'evidence']) expect(sent('save', { [key]: huge }), key).toBe('invalid');
    expect(sent('save', { ticket: `github:${'-1'.repeat(500_000)}x` })).toBe('invalid');
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('takes nothing from a __proto__ key', () => {
    const raw = JSON.parse(JSON.stringify(messageOf('save')).replace('{', '{"__proto__":{"polluted":1},'));
    const admitted = admit(raw, SENDERS.top, OWN);
    if (admitted.ok) expect(Object.keys(admitted.message)).not.toContain('__proto__');
    const inner = JSON.parse('{"kind":"not-north-star","reason":"debt","framework":"f","version":1,"__proto__":{"polluted":1},"extra":2}');
    const other = admit(messageOf('save', { answer: inner }), SENDERS.top, OWN);
    if (!other.ok || !('answer' in other.message)) throw new Error('refused');
    expect(Object.keys(other.message.answer).toSorted()).toEqual(['framework', 'kind', 'reason', 'version']);
    expect((other.message.answer as { polluted?: number }).polluted).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('never throws and never lets in what no schema describes', () => {
    const known = [...Object.keys(FROM_TRACKER), ...Object.keys(FROM_OWN_PAGE)];
    const keys = ['ticket', 'request', 'team', 'title', 'answer', 'draft', 'page', 'place', 'reading'];
    const ask = fc.oneof(fc.constantFrom(...known), fc.string(), fc.integer(), fc.constant(null), fc.array(fc.constantFrom(...known)));
    const message = fc.tuple(ask, fc.dictionary(fc.constantFrom(...keys), fc.jsonValue())).map(([ask, rest]) => ({ ...rest, ask }));
    const empty = ['left', 'meaning', 'rows', 'sweepFrom', 'editor', 'shapes', 'pane', 'dock', 'site', 'loadSample', 'removeSample'];
    fc.assert(
      fc.property(fc.oneof(message, fc.jsonValue()), fc.constantFrom(...Object.values(SENDERS)), (raw, sender) => {
        const admitted = admit(raw, sender, OWN);
        if (admitted.ok && !empty.includes(admitted.message.ask)) expect(['allowHere']).toContain(admitted.message.ask);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not throw over a name that cannot become text', () => {
    expect(verdict(JSON.parse('{"ask":{"toString":1,"valueOf":1}}'))).toBe('not-allowed');
  });
});
