// What is seen of chips in a list: each in the row whose link names its ticket, at most one in a row.

/** Whether a link leads to a ticket, as ids spell it. */
function leadsTo(ticket: string, link: HTMLAnchorElement): boolean {
  const url = decodeURIComponent(link.href).toLowerCase();
  const id = ticket.toLowerCase();
  const github = /^github:(?:[^/]+\/)?([^/]+\/[^/]+)#(\d+)$/.exec(id);
  if (github) {
    const [, repo, number] = github;
    return new RegExp(`/${repo}/(issues|pull)/${number}(?![0-9])`).test(url) || url.includes(`${repo?.replace('/', '|')}|${number}`);
  }
  const key = id.slice(id.lastIndexOf('/') + 1);
  return new RegExp(`(/browse/|/issue/|/issues/|selectedissue=)${key}(?![0-9])`).test(url);
}

/** Every chip that is not where it belongs now, in words. */
export function misplacedChips(): string[] {
  return [...document.querySelectorAll<HTMLElement>('azimuth-chip')].flatMap((chip) => {
    const { ticket = '' } = chip.dataset;
    let row: Element | null = chip.parentElement;
    const own = (link: HTMLAnchorElement): boolean => leadsTo(ticket, link);
    while (row && !(row instanceof HTMLAnchorElement && own(row)) && ![...row.querySelectorAll<HTMLAnchorElement>('a[href]')].some(own))
      row = row.parentElement;
    if (!row || row === document.body) return [`${ticket} in no row of its own`];
    const others = [...row.querySelectorAll<HTMLElement>('azimuth-chip')].filter((other) => other !== chip);
    return others.length > 0 ? [`${ticket} with ${others.map((other) => other.dataset['ticket']).join(' and ')} in one row`] : [];
  });
}
