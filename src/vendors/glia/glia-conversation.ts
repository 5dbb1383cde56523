import {ConfigurationError} from '../../check/configuration-error.js';
import type {Offer} from '../../engagement/offer.js';
import type {GliaClient} from './glia-client.js';

/**
 * Makes a wait time for the invitation from Glia's average of the past.
 *
 * The function it returns resolves with seconds, or with undefined when the time is unknown or cannot be asked for. It
 * never rejects.
 *
 * @example
 * const client = new GliaClient({getToken: () => visitorToken});
 * document.querySelector('web-engagement').waitTime = gliaWaitTime(client);
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

/**
 * Makes a function that ends a conversation held at Glia. The offer's `engagementId` names the conversation.
 *
 * The function it returns throws ConfigurationError, by a rejection, when the offer names no conversation, and what
 * `GliaClient.endEngagement` throws.
 *
 * @example
 * const client = new GliaClient({getToken: () => visitorToken});
 * document.querySelector('web-engagement').endConversation = gliaEndConversation(client);
 */
export function gliaEndConversation(client: Pick<GliaClient, 'endEngagement'>): (offer: Offer) => Promise<void> {
  return async ({engagementId}) => {
    if (engagementId === undefined) {
      throw new ConfigurationError(
        'Expected an offer with the engagementId of a conversation at Glia, got one without',
      );
    }
    await client.endEngagement(engagementId);
  };
}
