// @vitest-environment happy-dom
// The charts draw what they are given: where a value lies, what is left out, and what they are called.
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { History } from '../../components/chart/history.tsx';
import { Needle, Ring } from '../../components/chart/needle.tsx';
import { RangeBar } from '../../components/chart/range-bar.tsx';
import type { Limits, Series } from '../../components/chart/series.ts';
import { Sparkline } from '../../components/chart/sparkline.tsx';
import { axisDates, Trend, trendX } from '../../components/chart/trend.tsx';
import { Walk } from '../../components/chart/walk.tsx';

const TODAY = '2026-11-22';
const series: Series = {
  points: [
    { date: '2026-08-09', value: 6100 },
    { date: '2026-10-11', value: 5640 },
    { date: TODAY, value: 6840 },
  ],
  today: TODAY,
  baseline: { date: '2026-10-12', value: 6150 },
  target: { date: '2027-01-10', value: 7450 },
  stretch: { date: '2027-01-10', value: 7900 },
  stale: false,
  name: 'Weekly active teams, 3 readings.',
  value: (value) => String(value),
  day: (date) => date.slice(5),
};
const draw = (element: preact.ComponentChild): SVGSVGElement => {
  const svg = render(<>{element}</>).container.querySelector('svg');
  if (!svg) throw new Error('nothing drawn');
  return svg;
};
const number = (element: Element | null, name: string): number => Number(element?.getAttribute(name));
afterEach(cleanup);

describe('Trend', () => {
  it('is a picture with a sentence for a name, and ends at today', () => {
    const svg = draw(<Trend series={series} width={328} height={76} />);
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe('Weekly active teams, 3 readings.');
    const now = svg.querySelector('.now');
    const today = /^M([\d.]+) /.exec(svg.querySelector('.today')?.getAttribute('d') ?? '');
    expect(number(now, 'cx')).toBe(Number(today?.[1]));
    expect(number(now, 'cy')).toBeGreaterThan(number(svg.querySelector('.goal'), 'cy'));
    expect(number(svg.querySelector('.stretch'), 'cy')).toBe(7);
  });

  it('keeps everything inside, labels too', () => {
    const svg = draw(<Trend series={{ ...series, value: (value) => `${value},000` }} width={328} height={76} />);
    for (const text of svg.querySelectorAll('text:not([text-anchor])')) {
      expect(number(text, 'x') + (text.textContent?.length ?? 0) * 6.4).toBeLessThanOrEqual(328);
    }
    for (const circle of svg.querySelectorAll('circle')) expect(number(circle, 'cy') + number(circle, 'r')).toBeLessThan(60.5);
  });

  it('rings the last reading where it lies outside, and dots those before', () => {
    const levels = [series.points[0]?.date ?? '', TODAY].map((date) => ({ date, low: 5700, mean: 6000, high: 6300 }));
    const svg = draw(<Trend series={{ ...series, limits: { levels, flagged: new Set(['2026-10-11', TODAY]) } }} width={328} height={76} />);
    expect(svg.querySelectorAll('.flagdot')).toHaveLength(1);
    expect(number(svg.querySelector('.flag'), 'cx')).toBe(number(svg.querySelector('.now'), 'cx'));
  });

  it('is hollow and dotted to today when the last reading is stale', () => {
    const svg = draw(<Trend series={{ ...series, stale: true, points: series.points.slice(0, 2) }} width={328} height={76} />);
    expect(svg.querySelector('.now')).toBeNull();
    expect(svg.querySelector('.hollow')).toBeTruthy();
    expect(svg.querySelector('.gap')).toBeTruthy();
  });

  it('has no pace line without a baseline, and runs it flat past the target', () => {
    expect(draw(<Trend series={{ ...series, baseline: undefined }} width={328} height={76} />).querySelector('.pace')).toBeNull();
    cleanup();
    const past = draw(<Trend series={{ ...series, today: '2027-02-01' }} width={328} height={76} />);
    expect(past.querySelector('.pace')?.getAttribute('d')).toMatch(/^M[\d.]+ [\d.]+L[\d.]+ [\d.]+H[\d.]+$/);
  });

  it('leaves out dates that would run into one another', () => {
    const x = (): number => 100;
    expect(axisDates(series, x, 328).map(({ text }) => text)).toEqual(['11-22']);
  });
});

describe('Walk', () => {
  const walked = () =>
    render(
      <Walk series={series} x={trendX(series, 328)} readout={({ date, value }) => `${date}: ${value}`}>
        {(cursor) => <Trend series={series} width={328} height={76} cursor={cursor} named={false} />}
      </Walk>,
    );

  it('has one name, stands at the last reading, and draws nothing until it is looked at', () => {
    const { getByRole, container } = walked();
    const slider = getByRole('slider', { name: 'Weekly active teams, 3 readings.' });
    expect(slider.getAttribute('aria-valuetext')).toBe(`${TODAY}: 6840`);
    expect(container.querySelector('[role="img"], .cursor, .readout')).toBeNull();
  });

  it('goes from reading to reading by keys, to both ends and no further, and says where it is', () => {
    const { getByRole, container } = walked();
    const slider = getByRole('slider');
    const press = (key: string, more = {}): [string | null, string | null | undefined, boolean] => {
      const untouched = fireEvent.keyDown(slider, { key, ...more });
      return [slider.getAttribute('aria-valuenow'), container.querySelector('.readout')?.textContent, untouched];
    };
    expect(press('ArrowLeft')).toEqual(['2', '2026-10-11: 5640', false]);
    expect(container.querySelector('.looked')?.getAttribute('cx')).toBe(
      container.querySelector('.cursor')?.getAttribute('d')?.slice(1).split(' ')[0],
    );
    expect(press('Home')[0]).toBe('1');
    expect(press('ArrowLeft')[0]).toBe('1');
    expect(press('ArrowRight')[0]).toBe('2');
    expect(press('End')).toEqual(['3', `${TODAY}: 6840`, false]);
    expect(press('ArrowRight')[0]).toBe('3');
    // What is not ours stays the page's.
    expect(press('a')[2]).toBe(true);
    expect(press('ArrowLeft', { altKey: true })).toEqual(['3', `${TODAY}: 6840`, true]);
    fireEvent.blur(slider);
    expect(container.querySelector('.readout')).toBeNull();
  });

  it('is no stop where there is nothing to walk along', () => {
    const empty = { ...series, points: [] };
    const { container } = render(
      <Walk series={empty} x={trendX(empty, 328)} readout={() => ''}>
        {() => <Trend series={empty} width={328} height={76} />}
      </Walk>,
    );
    expect(container.querySelector('[tabindex]')).toBeNull();
  });
});

describe('Sparkline', () => {
  const points = Array.from({ length: 30 }, (_, i) => ({
    date: new Date(Date.parse(TODAY) - (29 - i) * 7 * 86_400_000).toISOString().slice(0, 10),
    value: i,
  }));

  it('is hidden from assistive technology and shows the last 24 points', () => {
    const svg = draw(<Sparkline points={points} today={TODAY} target={40} stale={false} />);
    expect(svg.getAttribute('aria-hidden')).toBe('true');
    expect(svg.querySelector('.line')?.getAttribute('d')?.match(/[ML]/g)).toHaveLength(24);
    expect(number(svg.querySelector('.dot'), 'cx')).toBe(61);
  });

  it('draws a lone reading at its end, and nothing for none', () => {
    expect(
      number(draw(<Sparkline points={points.slice(-1)} today={TODAY} target={undefined} stale={false} />).querySelector('.dot'), 'cx'),
    ).toBe(61);
    cleanup();
    expect(draw(<Sparkline points={[]} today={TODAY} target={undefined} stale={false} />).querySelector('circle')).toBeNull();
  });
});

describe('RangeBar', () => {
  const bar = (p10: number, mean: number, p90: number, good: 'up' | 'down' = 'up') =>
    draw(<RangeBar p10={p10} mean={mean} p90={p90} from={-100} to={300} width={402} good={good} />);

  it('splits at zero into loss and gain', () => {
    const svg = bar(-50, 60, 200);
    const [loss, gain] = [svg.querySelector('rect.loss'), svg.querySelector('rect.gain')];
    expect([number(loss, 'x'), number(loss, 'width')]).toEqual([51, 50]);
    expect([number(gain, 'x'), number(gain, 'width')]).toEqual([101, 200]);
    expect(svg.querySelector('.zero')?.getAttribute('d')).toBe('M101.0 0V14');
    expect(svg.querySelector('.mean')?.getAttribute('class')).toContain('gaincap');
  });

  it('has no cap at an end that is exactly zero, and an arrow past the edge', () => {
    expect(bar(0, 40, 90).querySelectorAll('path:not(.zero):not(.mean)')).toHaveLength(1);
    cleanup();
    expect(bar(100, 200, 900).querySelectorAll('.arrow')).toHaveLength(1);
  });

  it('turns gain and loss round where less is better', () => {
    const svg = bar(-90, -50, -10, 'down');
    expect(svg.querySelector('rect.loss')).toBeNull();
    expect(svg.querySelector('rect.gain')).toBeTruthy();
  });
});

describe('History', () => {
  const words = {
    target: 'target',
    stretch: 'stretch',
    pace: 'pace line',
    baseline: 'baseline',
    upper: 'upper',
    lower: 'lower',
    month: (date: string) => date.slice(0, 7),
  };

  const limits: Limits = {
    levels: ['2026-08-09', '2026-10-12', TODAY].map((date, i) => ({
      date,
      low: 5900 + i * 100,
      mean: 6150 + i * 100,
      high: 6400 + i * 100,
    })),
    flagged: new Set(['2026-10-11']),
  };

  it('rings the readings outside the limits, and only those', () => {
    const svg = draw(<History series={{ ...series, limits }} words={words} width={1000} height={300} />);
    expect(svg.querySelectorAll('.flag')).toHaveLength(1);
    expect(number(svg.querySelector('.flag'), 'cx')).toBeGreaterThan(number(svg.querySelector('.point'), 'cx'));
    // Along the pace line: three corners above, three below.
    expect(svg.querySelector('.band')?.getAttribute('d')?.match(/[ML]/g)).toHaveLength(6);
  });

  it('draws line and target only where there are no limits', () => {
    const svg = draw(<History series={series} words={words} width={1000} height={300} />);
    expect(svg.querySelector('.flag, .band, .limit')).toBeNull();
    expect(svg.textContent).toContain('7450target');
  });
});

describe('Needle and Ring', () => {
  it('turns by the angle and wears the tone', () => {
    const svg = draw(<Needle angle={135} size={20} tone="bad" />);
    expect(svg.querySelector('g')?.getAttribute('transform')).toBe('rotate(135.0 8 8)');
    expect(svg.getAttribute('class')).toBe('needle bad');
  });

  it('tells an open question from other work by form', () => {
    expect(draw(<Ring kind="open" size={16} />).querySelector('[stroke-dasharray]')).toBeTruthy();
    cleanup();
    expect(draw(<Ring kind="other" size={16} />).querySelectorAll('.ring')).toHaveLength(2);
  });
});
