import {HttpStatusError} from '../../../../src/http/errors.js';
import type {Fetch} from '../../../../src/http/request.js';
import {GatewayClient, type GatewayClientOptions} from '../../../../src/vendors/genesys/gateway/gateway-client.js';
import {json, text, type Answer} from '../../http/answer.js';
import {parseFields} from '../../liveperson/monitoring/request-checks.js';
import type {SandboxRequest} from '../../http/request.js';
import {fault} from './fault.js';
import {serverToken} from './server-token.js';

export interface BrandServerEdges {
  /** Origin of the running sandbox. */
  readonly origin: () => string;
  readonly fetch?: Fetch | undefined;
}

/** Stands in for the brand's own server, which alone may call the gateway and the notification service. */
export class BrandServer {
  readonly #edges: BrandServerEdges;

  constructor(edges: BrandServerEdges) {
    this.#edges = edges;
  }

  /** Sends the body, made out to the visit, by HTTP; `?encoding=` and `?base=` say how and where. */
  async call(method: 'engage' | 'noengage', visitID: string, {body, url}: SandboxRequest): Promise<Answer> {
    const fields = parseFields(body);
    if (!fields) return fault(400, 'Expected a JSON object.');
    try {
      const client = this.#createClient(url.searchParams);
      return json(200, await client[method]({...fields, visitID}));
    } catch (error) {
      const status = error instanceof HttpStatusError ? error.status : 400;
      return fault(status, String(error));
    }
  }

  /** Sends one message to the visit's pages by HTTP, as it is, and passes the service's answer on. */
  async notify(visitID: string, {body}: SandboxRequest): Promise<Answer> {
    const {origin, fetch = globalThis.fetch} = this.#edges;
    const address = `${origin()}/server/data/notification/notify/${encodeURIComponent(visitID)}`;
    const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${serverToken}`};
    const answer = await fetch(address, {method: 'POST', headers, body: `[${body}]`});
    return answer.ok ? {status: 204, body: ''} : text(answer.status, await answer.text());
  }

  /** @throws ConfigurationError */
  #createClient(wishes: URLSearchParams): GatewayClient {
    return new GatewayClient({
      baseUrl: this.#edges.origin(),
      basePath: (wishes.get('base') ?? '/server') as GatewayClientOptions['basePath'],
      encoding: (wishes.get('encoding') ?? 'json') as GatewayClientOptions['encoding'],
      getToken: () => serverToken,
      fetch: this.#edges.fetch,
    });
  }
}
