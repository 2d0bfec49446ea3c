// A ticket by its short name, which leads to it, and its title: hostile text, cut and in its own direction.
import { shortTicket, ticketUrl } from '../../lib/model/ticket.ts';

const LONGEST = 300;

export function TicketName({ ticket, title, tabIndex = 0 }: { ticket: string; title: string; tabIndex?: number }) {
  const url = ticketUrl(ticket);
  const short = shortTicket(ticket);
  return (
    <span class="ticket-name cut" dir="auto">
      {url ? (
        <a href={url} target="_blank" rel="noopener noreferrer" tabIndex={tabIndex}>
          {short}
        </a>
      ) : (
        <span class="muted">{short}</span>
      )}{' '}
      {title.slice(0, LONGEST)}
    </span>
  );
}
