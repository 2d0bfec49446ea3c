// What is wrong with a field, said so that the next try is right.
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { Mend } from '../../lib/state/framework-mend.ts';

export function mendPhrase({ field, fault, values }: Mend): string {
  const [first = 0, second = 0] = values;
  switch (fault) {
    case 'missing':
      return say(field === 'factor' ? 'frameMendFactor' : 'frameMendName');
    case 'long':
      return say('frameMendLong', formatNumber(first));
    case 'not-a-number':
      if (field === 'keyResult') return say('frameMendKeyResult');
      return say(field === 'sensitivity' ? 'frameMendSensitivity' : 'frameMendNumber');
    case 'not-whole':
      return say('frameMendWhole', formatNumber(first), formatNumber(second));
    case 'ambiguous':
      return say('problemAmbiguous', formatNumber(first), formatNumber(second));
    case 'no-date':
      return say('frameMendDate');
    case 'reversed':
      return say('frameMendReversed', formatNumber(first), formatNumber(second));
    case 'refused':
      return say('frameMendRefused');
  }
}
