import {AvayaJourneyClient, GliaClient} from './timelines.bundle.js';

// Only the desktop of an agent may have credentials like these. A page for visitors must not.

export const glia = new GliaClient({baseUrl: `${location.origin}/glia`, getToken: () => 'manager'});

export const avaya = new AvayaJourneyClient({
  baseUrl: location.origin,
  accountId: 'ABCDEF',
  getCredentials: async () => ({appkey, token: await fetchToken()}),
});

const appkey = 'sandbox-appkey';

/** @returns {Promise<string>} */
async function fetchToken() {
  const answer = await fetch('/api/auth/v1/ABCDEF/protocol/openid-connect/token', {
    method: 'POST',
    headers: {appkey},
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'sandbox-client',
      client_secret: 'sandbox-secret',
    }),
  });
  const {access_token} = await answer.json();
  return access_token;
}
