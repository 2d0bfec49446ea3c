// Answers as exported tables and reports say them, in the language of the page.
import type { Estimate, UsedFramework } from '../formats/estimates.ts';
import type { Telling, Told } from '../formats/format.ts';
import { formatNumber, formatSigned, roundShown } from '../impact/shown.ts';
import { shortTicket } from '../model/ticket.ts';
import { effectPhrase, rangePhrase, reasonPhrase, shortName } from '../phrases/answer.ts';
import { formatDay } from '../phrases/verdict.ts';
import { direction, language, say } from '../say.ts';

const UNKNOWN = { kind: 'count', unit: '' } as const;

function workOf({ answer }: Estimate, metrics: UsedFramework['metrics']): string {
  if (answer.kind === 'not-north-star') return say('backlogOtherBecause', reasonPhrase(answer.reason));
  return answer.effects
    .map((effect) => {
      const metric = metrics.find(({ id }) => id === effect.input);
      return say('cause', metric ? shortName(metric) : say('inputGone'), effectPhrase(effect, metric ?? UNKNOWN));
    })
    .join('; ');
}

/** @param today ISO day */
export function tellingOf(frameworks: readonly UsedFramework[], today: string): Telling {
  const metrics = new Map(frameworks.map((framework) => [framework.id, framework.metrics]));
  return {
    language: language(),
    direction: direction(),
    heads: {
      ...{ short: say('backlogTicket'), url: say('exportAddress'), title: say('exportTitle'), work: say('exportMoves') },
      ...{ gain: say('backlogExpected'), range: say('exportRange'), effort: say('backlogEffort'), day: say('backlogAnswered') },
    },
    tell: (estimate): Told => {
      const shown = estimate.gain && roundShown(estimate.gain);
      const short = shortTicket(estimate.ticket);
      return {
        ...{ short, title: estimate.title || short, work: workOf(estimate, metrics.get(estimate.answer.framework) ?? []) },
        gain: shown ? formatSigned(shown.mean) : '',
        range: shown ? rangePhrase(shown.p10, shown.p90) : '',
        effort: estimate.effort === undefined ? '' : formatNumber(estimate.effort),
        day: formatDay(estimate.at.slice(0, 10), today),
      };
    },
  };
}
