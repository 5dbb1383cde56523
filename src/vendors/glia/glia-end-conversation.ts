import {ConfigurationError} from '../../check/configuration-error.js';
import type {Offer} from '../../engagement/offer.js';
import type {GliaClient} from './glia-client.js';

/**
 * Makes what ends a conversation that is held at Glia; the offer's `engagementId` names it.
 *
 * @throws ConfigurationError when the offer names none, and what `GliaClient.endEngagement` throws
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
