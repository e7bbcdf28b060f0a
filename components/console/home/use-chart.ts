import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chart, ChartDay } from './chart.ts';

/** Counts up when the theme may have changed: the system's, or one chosen for the page. */
function useThemeTurns(): number {
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    const turn = () => setTurns((count) => count + 1);
    const system = matchMedia('(prefers-color-scheme: dark)');
    const chosen = new MutationObserver(turn);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    system.addEventListener('change', turn);
    return () => {
      chosen.disconnect();
      system.removeEventListener('change', turn);
    };
  }, []);
  return turns;
}

export interface ChartState {
  box: RefObject<HTMLDivElement | null>;
  /** The day under the pointer. */
  day?: ChartDay;
  /** No canvas here (some browsers keep it back): the table is all there is. */
  failed: boolean;
}

/** Draws the days into the box and keeps to its width and the theme. The library comes when the page has been painted. */
export function useChart(days: ChartDay[]): ChartState {
  const box = useRef<HTMLDivElement>(null);
  const [day, setDay] = useState<ChartDay>();
  const [failed, setFailed] = useState(false);
  const turns = useThemeTurns();
  const key = JSON.stringify(days);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let chart: Chart | undefined;
    let gone = false;
    const width = new ResizeObserver(() => chart?.setSize(element.clientWidth));
    import('./chart.ts')
      .then(({ draw }) => {
        if (gone) return;
        chart = draw(element, JSON.parse(key) as ChartDay[], setDay);
        width.observe(element);
      })
      .catch(() => gone || setFailed(true));
    return () => {
      gone = true;
      width.disconnect();
      chart?.destroy();
      element.replaceChildren();
    };
  }, [key, turns]);
  return { box, day, failed };
}
