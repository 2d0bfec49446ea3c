// Whose answers one may see. Where a team hides them, others' answers to a piece of work show once one's own is given: the first
// number one sees pulls one's own towards it. Whatever shows answers asks here.

export interface Viewer {
  /** As this device calls the team that was joined. */
  readonly team: string;
  /** As this device calls the person. */
  readonly person: string;
  /** Whether the team hides answers, and this person gives any: who only reads has none to be pulled. */
  readonly hides: boolean;
}

/**
 * Of the answers to one piece of work, those one may see: once one's own is among them all, else what is of no team.
 * @param viewer `undefined` where no team is joined: then there is nobody else
 */
export function visibleTo<T extends { readonly team: string; readonly person: string }>(
  answers: readonly T[],
  viewer: Viewer | undefined,
): readonly T[] {
  if (!viewer?.hides) return answers;
  const ofTeam = ({ team }: T): boolean => team === viewer.team;
  return answers.some((one) => ofTeam(one) && one.person === viewer.person) ? answers : answers.filter((one) => !ofTeam(one));
}
