// What ways of scoring are called, and what each takes from the answers.
import type { Quadrant } from '../../lib/impact/scores.ts';
import type { Word } from '../../lib/say.ts';
import type { Scoring } from '../../lib/state/backlog-view.ts';

export const SCORING_WORDS: Readonly<Record<Scoring, Word>> = {
  gain: 'scoringGain',
  point: 'scoringPoint',
  rice: 'scoringRice',
  ice: 'scoringIce',
  wsjf: 'scoringWsjf',
  value: 'scoringValue',
};
export const SCORING_TAKES: Readonly<Record<Scoring, Word>> = {
  gain: 'scoringGainTakes',
  point: 'scoringPointTakes',
  rice: 'scoringRiceTakes',
  ice: 'scoringIceTakes',
  wsjf: 'scoringWsjfTakes',
  value: 'scoringValueTakes',
};
export const QUADRANT_WORDS: Readonly<Record<Quadrant, Word>> = {
  'quick-win': 'quadrantQuickWin',
  'big-bet': 'quadrantBigBet',
  'fill-in': 'quadrantFillIn',
  'time-sink': 'quadrantTimeSink',
};
