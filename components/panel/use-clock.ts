import { useEffect, useMemo, useState } from 'preact/hooks';

/** A clock that stood at `now` when it was first seen and runs on from there, without asking this machine for the date. */
export function useClock(now: number): () => number {
  return useMemo(() => {
    const seen = performance.now();
    return () => now + (performance.now() - seen);
  }, [now]);
}

/** The clock's time, repainting each half second until `until`. */
export function useCountdown(clock: () => number, until: number | undefined): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    setNow(clock());
    if (until === undefined || clock() >= until) return;
    const timer = setInterval(() => {
      const at = clock();
      setNow(at);
      if (at >= until) clearInterval(timer);
    }, 500);
    return () => clearInterval(timer);
  }, [clock, until]);
  return now;
}
