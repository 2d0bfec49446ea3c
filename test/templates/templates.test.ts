// The worked models: whole frameworks, with the documents' figures and none besides.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MODEL_WORDS } from '../../components/framework/model-words.ts';
import { valueOf } from '../../lib/impact/formula.ts';
import { parseFormula } from '../../lib/impact/formula-parse.ts';
import { checkUnits } from '../../lib/impact/formula-units.ts';
import { ARCHETYPES, Framework } from '../../lib/model/framework.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';
import messages from '../../public/_locales/en/messages.json';

const TODAY = '2026-11-22';
const IN_90_DAYS = '2027-02-20';
const IN_TWO_QUARTERS = '2027-05-23';
const FOLDER = join(import.meta.dirname, '../../lib/templates');

const CASES = TEMPLATES.map((template) => [template.id, template, template.framework(TODAY)] as const);
const metric = (template: string, id: string): Metric | undefined =>
  CASES.find(([name]) => name === template)?.[2].metrics.find((one) => one.id === id);
const inputs = (framework: Framework): Metric[] => framework.metrics.filter(({ role }) => role === 'input');

describe.each(CASES)('%s', (id, template, framework) => {
  it('is a framework, on any day', () => {
    for (const today of [TODAY, '2024-02-29', '2026-12-31']) {
      const made = template.framework(today);
      expect(Framework.parse(made)).toStrictEqual(made);
    }
    expect(framework).toMatchObject({ id, name: template.name, version: 1 });
  });

  it('has exactly four inputs and a North Star that is to grow', () => {
    expect(inputs(framework)).toHaveLength(4);
    expect(framework.metrics[0]).toMatchObject({ role: 'north-star', direction: 'up' });
  });

  it('says where it comes from and in one sentence what it is for', () => {
    const text = readFileSync(join(FOLDER, `${id}.ts`), 'utf8');
    expect(text).toMatch(new RegExp(`^// .*\\(${template.source}\\b.*requirements? (?:\\d+ and )?${template.requirement}\\)`));
    expect(template.requirement).toBeGreaterThanOrEqual(100);
    expect(template.requirement).toBeLessThanOrEqual(106);
    const [about, teaches] = (MODEL_WORDS[id] ?? []).map((name) => messages[name].message);
    expect(about).toMatch(/^[A-Z][^.!?]+\.$/);
    // What people read names neither document nor requirement.
    expect(teaches).toMatch(/^Shows [^.!?]+\.$/);
    expect(`${about} ${teaches}`).not.toMatch(/\bS\d\b|requirement|\d{2}/i);
  });

  it('begins with the value and its archetype, where it is about one product', () => {
    expect(framework.archetype).toBe(template.archetype);
    expect(Boolean(framework.value)).toBe(id !== 'generic');
    if (id !== 'generic') expect(ARCHETYPES).toContain(template.archetype);
  });

  it('claims nothing, owns nothing, guesses nothing', () => {
    expect(framework.claims).toEqual([]);
    expect(framework.sample).toBeUndefined();
    for (const one of framework.metrics) {
      expect(one).not.toHaveProperty('owner');
      expect(one).not.toHaveProperty('sensitivity');
      expect(one).not.toHaveProperty('stretch');
    }
  });

  it('can be measured: rates have no unit and say of what, all else has a unit, names fit on chips', () => {
    for (const one of framework.metrics) {
      expect(one.unit === '', one.id).toBe(one.kind === 'rate');
      expect(one.denominator !== undefined || one.unit.includes(' per '), one.id).toBe(one.kind !== 'count');
      expect((one.shortName ?? one.name).length, one.id).toBeLessThanOrEqual(15);
    }
  });

  it('has a formula that reads and counts what the North Star counts, if it has one', () => {
    if (framework.formula === undefined) return;
    const parsed = parseFormula(framework.formula, framework.metrics);
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    expect(parsed.formula.inputs.toSorted()).toEqual(
      inputs(framework)
        .map((one) => one.id)
        .toSorted(),
    );
    expect(checkUnits(parsed.formula, framework.metrics)).toBe('fits');
  });

  it('has multipliers between its inputs only', () => {
    const ids = inputs(framework).map((one) => one.id);
    for (const { from, to } of framework.multipliers ?? []) expect(ids).toEqual(expect.arrayContaining([from, to]));
  });
});

describe('the templates', () => {
  it('are nine worked models and the generic tree, each in its own file and in the list', () => {
    const files = readdirSync(FOLDER).filter((file) => !/^templates?\.ts$/.test(file));
    expect(TEMPLATES.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
    expect(TEMPLATES).toHaveLength(10);
    expect([...new Set(TEMPLATES.map(({ requirement }) => requirement))].toSorted()).toEqual([100, 101, 102, 103, 104, 105, 106]);
    expect([...new Set(TEMPLATES.map(({ source }) => source))].toSorted()).toEqual(['S0', 'S1', 'S2', 'S3', 'S4']);
  });

  it('carry the figures of the documents', () => {
    expect(metric('project-management', 'churn')).toMatchObject({
      role: 'outcome',
      direction: 'down',
      baseline: { value: 8, date: TODAY },
      target: { value: 4.2, date: IN_TWO_QUARTERS },
    });
    expect(metric('project-management', 'templates')).toMatchObject({
      baseline: { value: 23 },
      target: { value: 51, date: IN_TWO_QUARTERS },
    });
    expect(metric('subscriptions', 'activation')).toMatchObject({ baseline: { value: 32 }, target: { value: 40, date: IN_90_DAYS } });
    expect(metric('marketplace', 'seller-rating')).toMatchObject({ baseline: { value: 4.1 }, target: { value: 4.4 } });
    expect(metric('campaigns', 'onboarding')?.keyResult).toMatchObject({ from: 40, to: 60, by: IN_90_DAYS });
    const fitness = CASES.find(([id]) => id === 'fitness')?.[2];
    expect(fitness?.multipliers).toEqual([{ from: 'challenges', to: 'streaks', factor: 3.2 }]);
    expect(fitness?.validation).toEqual({ interviews: 20 });
    expect(CASES.find(([id]) => id === 'project-management')?.[2].people).toBe(50);
  });

  it('carry no other figures', () => {
    const valued = CASES.flatMap(([id, , framework]) =>
      framework.metrics.filter(({ baseline, target, keyResult }) => baseline ?? target ?? keyResult).map((one) => `${id}/${one.id}`),
    );
    expect(valued.toSorted()).toEqual(
      [
        'project-management/churn',
        'project-management/templates',
        'subscriptions/activation',
        'marketplace/seller-rating',
        'campaigns/onboarding',
      ].toSorted(),
    );
  });

  it('know that lower is better for churn and delivery time, and for nothing else', () => {
    const down = CASES.flatMap(([id, , framework]) =>
      framework.metrics.filter(({ direction }) => direction === 'down').map((one) => `${id}/${one.id}`),
    );
    expect(down).toEqual(['project-management/churn', 'marketplace/delivery-time', 'subscriptions/churn']);
  });

  it('multiply a delivery out: 1,000 orders of 3 items, 90 % fulfilled, 80 % of it on time, are 2,160 items', () => {
    const framework = CASES.find(([id]) => id === 'food-delivery')?.[2];
    const parsed = parseFormula(framework?.formula ?? '', framework?.metrics ?? []);
    const readings: Record<string, number> = { orders: 1000, 'items-per-order': 3, fulfilled: 90, 'on-time': 80 };
    expect(parsed.ok && valueOf(parsed.formula, (id) => readings[id])).toBeCloseTo(2160, 9);
  });
});
