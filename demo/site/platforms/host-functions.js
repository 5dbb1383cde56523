import {chooseScenario} from '../sandbox-client.js';

/** @type {Partial<Record<string, () => Promise<number | undefined>>>} */
const waits = {
  90: async () => 90,
  300: async () => 300,
  glia: async () => {
    const {GliaClient, gliaWaitTime} = await import('./glia.bundle.js');
    return gliaWaitTime(new GliaClient({baseUrl: new URL('glia', document.baseURI).href, getToken: () => 'visitor'}))();
  },
  failing: async () => {
    throw new Error('The queue cannot be asked.');
  },
};

/**
 * How long a visitor waits, in seconds, as far as the chosen source knows.
 *
 * @param {string} name
 */
export async function readWait(name) {
  return waits[name]?.();
}

/**
 * Ends the conversation at the platform, which then has nothing to offer.
 *
 * @param {string} name
 */
export async function endConversation(name) {
  if (name === 'failing') throw new Error('The platform does not end the conversation.');
  await chooseScenario('unavailable');
}
