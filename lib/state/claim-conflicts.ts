// Places that two frameworks claim. The most specific claim asks, a repository before its owner; equal claims are to be settled.
import type { Framework } from '../model/framework.ts';
import { covers } from '../model/ticket.ts';

export interface ClaimConflict {
  readonly claim: string;
  readonly other: Pick<Framework, 'id' | 'name'>;
  readonly theirs: string;
  /** Who asks where both claim: this one, the other, or whoever comes first until it is settled. */
  readonly asks: 'this' | 'other' | 'either';
}

/** @param others frameworks of one's own besides this; a sample never stands in the way of one that is none */
export function conflictsOf(
  { id, claims, sample = false }: Pick<Framework, 'id' | 'claims' | 'sample'>,
  others: readonly Framework[],
): ClaimConflict[] {
  const rivals = others.filter((other) => other.id !== id && (other.sample ?? false) === sample);
  return claims.flatMap((claim) =>
    rivals.flatMap((other) =>
      other.claims.flatMap((theirs): ClaimConflict[] => {
        const [wider, narrower] = [covers(theirs, claim.toLowerCase()), covers(claim, theirs.toLowerCase())];
        if (!wider && !narrower) return [];
        return [
          { claim, other: { id: other.id, name: other.name }, theirs, asks: wider && narrower ? 'either' : wider ? 'this' : 'other' },
        ];
      }),
    ),
  );
}
