/** How the page behaves; refreshed by every data answer. `?slow=ms` in the address overrules both delays. */
export const behaviour = { contactDelayMs: 60, lateMs: 90, rerenderEveryMs: 0 };

export function sleep(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** Data of the page, by its own session. Gives undefined for a record that does not exist. */
export async function load(path, signal, method = 'GET') {
  const response = await fetch(`/nc/data/${path}`, { method, signal, credentials: 'same-origin' });
  if (response.status === 401) throw new Error('You have been signed out.');
  const answer = await response.json();
  Object.assign(behaviour, answer.page);
  const slow = Number(new URLSearchParams(location.search).get('slow') ?? Number.NaN);
  if (slow >= 0) Object.assign(behaviour, { contactDelayMs: slow, lateMs: slow });
  return response.ok ? answer.data : undefined;
}
