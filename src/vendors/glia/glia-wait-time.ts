import type {GliaClient} from './glia-client.js';

/**
 * Makes a wait time for the invitation: an average of the past in seconds, nothing when it is unknown or cannot be
 * had. It never throws (seed 001, Fetch Queue Average Wait Duration).
 */
export function gliaWaitTime(client: Pick<GliaClient, 'queueWaitDuration'>): () => Promise<number | undefined> {
  return async () => {
    try {
      const seconds = await client.queueWaitDuration();
      return seconds !== null && seconds >= 0 ? seconds : undefined;
    } catch {
      return undefined;
    }
  };
}
