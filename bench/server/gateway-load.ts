import {Agent, request} from 'node:http';

/** Posts attempts to gateways over connections that stay open, as a campaign engine does. */
export interface GatewayLoad {
  /** Invites a visit at the next server. Resolves with the status. */
  engage(visitID: string, engagementID: string): Promise<number>;
  close(): void;
}

/** @param urls addresses of the servers */
export function createGatewayLoad(urls: readonly string[], token: string): GatewayLoad {
  const agent = new Agent({keepAlive: true, maxSockets: 32});
  const headers = {Authorization: `Bearer ${token}`, 'Content-Type': 'application/json'};
  let turn = 0;
  return {
    engage: (visitID, engagementID) =>
      new Promise((resolve, reject) => {
        const url = `${urls[turn++ % urls.length] ?? ''}/server/data/gateway/engage`;
        const call = request(url, {method: 'POST', agent, headers}, (answer) => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode ?? 0));
        });
        call.on('error', reject);
        call.end(JSON.stringify({ixnProfile: {visitID, engagementID, title: 'May we help?'}}));
      }),
    close: () => agent.destroy(),
  };
}
