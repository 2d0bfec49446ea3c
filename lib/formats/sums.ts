// Sums over exported answers: what is estimated for each input, and the effort of other work by its reason.
import { groundOf, type Ground, pricerOf } from '../impact/pricing.ts';
import { meanOf } from '../impact/impact.ts';
import type { Effect } from '../model/tag.ts';
import type { Estimate, UsedFramework } from './estimates.ts';

export interface Sum {
  readonly framework: string;
  readonly kind: 'input' | 'reason';
  /** Of the input, else the reason as the columns name it. */
  readonly name: string;
  tickets: number;
  /** NSM units; none for other work, nor where an input has no sensitivity. */
  gain: number | undefined;
  readonly unit: string;
  /** A ticket's whole effort stands with its first input, so that the column adds up. */
  effort: number;
}

export interface Sums {
  add(estimate: Estimate): void;
  /** By framework, inputs by their gain and then reasons by their effort. */
  list(): readonly Sum[];
}

const BY_SIZE = (a: Sum, b: Sum): number => Math.abs(b.gain ?? 0) - Math.abs(a.gain ?? 0) || b.effort - a.effort;

export function createSums(frameworks: readonly UsedFramework[], counts: (estimate: Estimate) => boolean = () => true): Sums {
  const sums = new Map<string, Sum>();
  const known = new Map(frameworks.map((framework) => [framework.id, framework]));
  const grounds = new Map<string, Ground | undefined>();

  function ground(id: string): Ground | undefined {
    const framework = known.get(id);
    if (!grounds.has(id)) grounds.set(id, framework && groundIn(framework));
    return grounds.get(id);
  }
  function sumOf(framework: string, kind: Sum['kind'], id: string): Sum {
    const key = JSON.stringify([framework, kind, id]);
    let sum = sums.get(key);
    if (sum) return sum;
    const used = known.get(framework);
    const northStar = used?.metrics.find(({ role }) => role === 'north-star');
    const name = kind === 'input' ? (used?.metrics.find((metric) => metric.id === id)?.name ?? id) : id;
    const unit = kind === 'input' ? northStar?.unit || northStar?.name || '' : '';
    sums.set(key, (sum = { framework: used?.name ?? framework, kind, name, tickets: 0, gain: undefined, unit, effort: 0 }));
    return sum;
  }
  return {
    add: (estimate) => {
      if (!counts(estimate)) return;
      const { answer, gain, effort = 0 } = estimate;
      if (answer.kind === 'not-north-star') {
        const sum = sumOf(answer.framework, 'reason', answer.reason);
        sum.tickets++;
        sum.effort += effort;
        return;
      }
      const parts = gain && partsOf(answer.effects, gain.mean, ground(answer.framework));
      for (const [i, input] of [...new Set(answer.effects.map((effect) => effect.input))].entries()) {
        const sum = sumOf(answer.framework, 'input', input);
        sum.tickets++;
        if (i === 0) sum.effort += effort;
        const part = parts?.get(input);
        if (part !== undefined) sum.gain = (sum.gain ?? 0) + part;
      }
    },
    list: () =>
      [...Map.groupBy(sums.values(), ({ framework }) => framework).values()].flatMap((own) => [
        ...own.filter(({ kind }) => kind === 'input').sort(BY_SIZE),
        ...own.filter(({ kind }) => kind === 'reason').sort(BY_SIZE),
      ]),
  };
}

function groundIn(framework: UsedFramework): Ground | undefined {
  if (!framework.metrics.some(({ role }) => role === 'north-star')) return undefined;
  const current = new Map(framework.readings.map(({ metric, value }) => [metric, value]));
  return groundOf(framework, (metric) => current.get(metric));
}

/** A ticket's gain by input. Along a formula parts do not quite add up to the whole: they are scaled so that they do. */
function partsOf(effects: readonly Effect[], whole: number, ground: Ground | undefined): ReadonlyMap<string, number> | undefined {
  const [only] = effects;
  if (effects.length === 1 && only) return new Map([[only.input, whole]]);
  const price = ground && pricerOf(ground);
  const parts = new Map<string, number>();
  for (const effect of effects) {
    const terms = price?.([effect]);
    if (!terms) return undefined;
    parts.set(effect.input, (parts.get(effect.input) ?? 0) + meanOf(terms));
  }
  const sum = [...parts.values()].reduce((a, b) => a + b, 0);
  // Where gain and loss cancel out there is nothing to scale by.
  const scale = Math.abs(sum) > 1e-9 * Math.abs(whole) && whole / sum > 0 ? whole / sum : 1;
  return new Map([...parts].map(([input, part]) => [input, part * scale]));
}
