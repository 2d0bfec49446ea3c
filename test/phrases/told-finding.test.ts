// Findings of one rule in one row.
import { describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import type { Finding } from '../../lib/lint/lint.ts';
import { alikePhrase, toldFindings } from '../../lib/phrases/told-finding.ts';
import { metric } from '../impact/delivery.ts';

const metrics = ['star', 'Activation', 'Templates', 'Sharing'].map((id) => metric(id, id === 'star' ? { role: 'north-star' } : {}));
const told = (...findings: Omit<Finding, 'level'>[]) =>
  alikePhrase(
    toldFindings(
      findings.map((one) => ({ ...one, level: 'warning' })),
      { metrics },
      new Map(),
    ),
  );

describe('what else a finding is about', () => {
  it('is each pair once, named as a pair', () => {
    const pair = (about: string, other: string) => ({ rule: 'correlated-inputs' as const, about, values: [{ metric: other }, 0.8, 38] });
    expect(told(pair('Sharing', 'Activation'), pair('Sharing', 'Templates'), pair('Sharing', 'Templates'))).toBe(
      'Sharing with Activation and Sharing with Templates',
    );
  });

  it('is a metric’s name where it stands alone', () => {
    expect(told({ rule: 'no-owner', about: 'Activation', values: [] }, { rule: 'no-owner', about: 'Templates', values: [] })).toBe(
      'Activation and Templates',
    );
  });
});
