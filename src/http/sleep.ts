/** Resolves after `delay` ms, or rejects with the signal's reason as soon as it aborts. */
export type Sleep = (delay: number, signal?: AbortSignal) => Promise<void>;

/** Longest single wait, in ms. A timer stops while the machine sleeps, so a longer wait consists of several. */
export const longestNap = 10_000;

export const sleep: Sleep = (delay, signal) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, delay);
    signal?.addEventListener('abort', onAbort);
  });
