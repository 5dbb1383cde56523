import {ConfigurationError} from '../../check/configuration-error.js';
import type {Offer} from '../../engagement/offer.js';
import type {GliaClient} from './glia-client.js';

/**
 * Creates a function for the element's `waitTime` that reads Glia's recent average (Glia REST API, Fetch Queue Average
 * Wait Duration).
 *
 * @param client a client whose bearer is a visitor's
 * @returns a function that resolves with seconds, or with undefined when the time is unknown or the request fails; it
 *   never rejects
 *
 * @example
 * const client = new GliaClient({getToken: () => visitorToken});
 * document.querySelector('web-engagement').waitTime = gliaWaitTime(client);
 *
 * @see https://docs.glia.com/glia-dev
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
 * Creates a function for the element's `endConversation` that ends a conversation held at Glia (Glia REST API, End
 * Engagement). The conversation is the one that the offer's `engagementId` names.
 *
 * @param client a client whose bearer is the visitor's
 * @returns a function that rejects with ConfigurationError when the offer has no `engagementId`, and as
 *   `GliaClient.endEngagement` does
 *
 * @example
 * const client = new GliaClient({getToken: () => visitorToken});
 * document.querySelector('web-engagement').endConversation = gliaEndConversation(client);
 *
 * @see https://docs.glia.com/glia-dev
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
