import {chooseScenario} from '../sandbox-client.js';

/** The running engagement at Glia. */
const engagementId = '5eed0001-0000-4000-8000-000000000000';

/** @type {Partial<Record<string, () => Promise<number | undefined>>>} */
const waits = {
  90: async () => 90,
  300: async () => 300,
  glia: async () => {
    const {seconds} = await (await fetch('brand/wait-time')).json();
    return seconds ?? undefined;
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
 * Ends the conversation at the platforms, which have nothing to offer after that.
 *
 * @param {string} name
 */
export async function endConversation(name) {
  if (name === 'failing') throw new Error('The platform cannot end the conversation.');
  const answer = await fetch('brand/end-conversation', {method: 'POST', body: JSON.stringify({engagementId})});
  if (!answer.ok) throw new Error((await answer.json()).detail);
  await chooseScenario('unavailable');
}
