// The tickets that nobody answered, as the view has them: searched, filtered, in the order of their ids.
import type { TicketFacts } from '../model/facts.ts';
import type { View } from './backlog-view.ts';
import { type Facet, type Faceted, passes } from './facets.ts';
import { matcher } from './ranking.ts';

/** What is known of a ticket before it is answered; all other facets are of answers. */
export const SEEN_FACETS: readonly Facet[] = ['assignee', 'label', 'milestone', 'type', 'state'];

/** As rows of the table have it. */
export const facetedOf = (facts: TicketFacts): Faceted => ({ facts });

/** The filters of a view that can be held against what was seen. */
export const seenFilters = (filters: View['filters']): View['filters'] =>
  Object.fromEntries(SEEN_FACETS.flatMap((facet) => (filters[facet] ? [[facet, filters[facet]]] : [])));

const collator = new Intl.Collator(undefined, { numeric: true });
/** Title, id, labels, people: what the search looks in. */
const textOf = ({ title = '', ticket, labels = [], assignees = [], status = '', milestone = '' }: TicketFacts): string =>
  [title, ticket, status, milestone, ...labels, ...assignees].join('\n').toLowerCase();

/** Those a view asks for. */
export function waitingIn(tickets: readonly TicketFacts[], { find, filters }: Pick<View, 'find' | 'filters'>): readonly TicketFacts[] {
  const matches = matcher(find);
  const seen = seenFilters(filters);
  const any = find.trim() === '';
  return tickets
    .filter((facts) => passes({ facts }, seen) && (any || matches(textOf(facts))))
    .sort((a, b) => collator.compare(a.ticket, b.ticket));
}
