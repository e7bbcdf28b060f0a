import type { Triage } from './use-triage.ts';

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** In a text, keys are text; arrows and Enter belong to whatever control has the focus. */
function takes(target: HTMLElement, key: string): boolean {
  if (target.matches('select, textarea, input:not([type=radio])')) return false;
  const isControl = target.matches('button, a, input, summary');
  return !(isControl && (key === 'Enter' || key.startsWith('Arrow')));
}

/** j, k and arrows move; 1 to 9 decide; Enter goes to the decision; z takes the last one back. */
export const keysOf =
  (triage: Triage, toDetail: () => void) =>
  (event: KeyboardEvent): void => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const isUndo = key === 'z' && !event.altKey && !event.shiftKey;
    if ((event.ctrlKey || event.metaKey || event.altKey) && !isUndo) return;
    if (!takes(event.target as HTMLElement, key)) return;
    const act = actOf(triage, key, isUndo, toDetail);
    if (!act) return;
    event.preventDefault();
    act();
  };

function actOf(triage: Triage, key: string, isUndo: boolean, toDetail: () => void): (() => void) | undefined {
  if (isUndo) return triage.held ? triage.takeBack : undefined;
  const by = STEPS[key];
  if (by) return () => triage.step(by);
  if (key === 'Enter') return toDetail;
  const choice = /^[1-9]$/.test(key) ? triage.choices[Number(key) - 1] : undefined;
  return choice && (() => triage.choose(choice));
}
