import { useEffect, useState } from 'preact/hooks';

const STEP_MS = 30_000;

/** The background's clock as the view told it, moved on twice a minute, so that "2 min ago" stays true while nothing else changes. */
export function useNow(told: number): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    setPassed(0);
    const timer = setInterval(() => setPassed((before) => before + STEP_MS), STEP_MS);
    return () => clearInterval(timer);
  }, [told]);
  return told + passed;
}
