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
    throw new Error('The queue cannot be reached.');
  },
};

/**
 * Reads the wait from the chosen source, in s. `undefined` if it is not known.
 *
 * @param {string} name
 */
export async function readWait(name) {
  return waits[name]?.();
}

/**
 * Ends the conversation at the platform, which has nothing to offer after that.
 *
 * @param {string} name
 */
export async function endConversation(name) {
  if (name === 'failing') throw new Error('The platform cannot end the conversation.');
  await chooseScenario('unavailable');
}
