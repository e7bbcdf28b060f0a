import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { numberWords, shortDay } from './words.ts';

export interface ChartDay {
  day: string;
  done: number;
  failed: number;
}
export interface Chart {
  setSize: (width: number) => void;
  destroy: () => void;
}

const HEIGHT = 180;

/** What a token's colour comes to in the theme at hand: a canvas takes neither `var()` nor `light-dark()`. */
function colourOf(box: HTMLElement): (token: string) => string {
  const probe = box.appendChild(document.createElement('span'));
  probe.hidden = true;
  const found = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  return found;
}

/** The same colour, let through: canvas gradients know nothing of opacity. */
const faint = (colour: string): string => colour.replace(/^rgb\((.+)\)$/, 'rgba($1, 0.1)');

function axes(days: ChartDay[], colour: (token: string) => string): uPlot.Axis[] {
  const font = `11px ${getComputedStyle(document.body).fontFamily}`;
  const look = { stroke: colour('--text-3'), font, ticks: { show: false } };
  const grid = { stroke: colour('--line'), width: 1 };
  return [
    {
      ...look,
      grid: { show: false },
      size: 28,
      space: 64,
      incrs: [1, 2, 5, 7, 10, 15, 30],
      values: (_, splits) => splits.map((at) => (days[at] ? shortDay(days[at].day) : '')),
    },
    {
      ...look,
      grid,
      size: 40,
      space: 34,
      incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000],
      values: (_, splits) => splits.map(numberWords),
    },
  ];
}

function line(stroke: string, width: number, fill?: string): uPlot.Series {
  return { stroke, width, fill, points: { show: false } };
}

/** Draws done and failed by day into the box; `point` is told the day under the pointer. Throws where there is no canvas. */
export function draw(box: HTMLElement, days: ChartDay[], point: (day: ChartDay | undefined) => void): Chart {
  if (!document.createElement('canvas').getContext('2d')) throw new Error('no canvas');
  const colour = colourOf(box);
  const accent = colour('--accent-text');
  const most = Math.max(4, ...days.map(({ done, failed }) => Math.max(done, failed)));
  const plot = new uPlot(
    {
      width: box.clientWidth,
      height: HEIGHT,
      padding: [8, 12, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: { x: { time: false }, y: { range: [0, most * 1.05] } },
      axes: axes(days, colour),
      series: [{}, line(accent, 2, faint(accent)), line(colour('--bad'), 1.5)],
      hooks: { setCursor: [({ cursor }) => point(cursor.idx == null ? undefined : days[cursor.idx])] },
    },
    [days.map((_, at) => at), days.map(({ done }) => done), days.map(({ failed }) => failed)],
    box,
  );
  return { setSize: (width) => plot.setSize({ width, height: HEIGHT }), destroy: () => plot.destroy() };
}
