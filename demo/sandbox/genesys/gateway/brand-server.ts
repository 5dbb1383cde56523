import {HttpStatusError} from '../../../../src/http/errors.js';
import {Problem} from '../../../../src/server/http/problem.js';
import type {Fetch} from '../../../../src/http/request.js';
import {GatewayClient, type GatewayClientOptions} from '../../../../src/vendors/genesys/gateway/gateway-client.js';
import {json, text, type Answer} from '../../http/answer.js';
import {toAnswer} from '../../http/handlers.js';
import {parseObject} from '../../http/json.js';
import type {SandboxRequest} from '../../http/request.js';
import {serverToken} from './server-token.js';

export interface BrandServerOptions {
  /** Origin of the running sandbox. */
  readonly origin: () => string;
  readonly fetch?: Fetch | undefined;
}

/** Stands in for the brand's own server. Only that server may call the gateway and the notification service. */
export class BrandServer {
  readonly #options: BrandServerOptions;

  constructor(options: BrandServerOptions) {
    this.#options = options;
  }

  /** Calls the gateway for a visit. The query chooses the `encoding` of the body and the `base` path of the gateway. */
  async call(method: 'engage' | 'noengage', visitID: string, {body, url}: SandboxRequest): Promise<Answer> {
    const fields = parseObject(body);
    if (!fields) return refuse(400, 'Expected a JSON object.');
    try {
      const client = this.#createClient(url.searchParams);
      return json(200, await client[method]({...fields, visitID}));
    } catch (error) {
      const status = error instanceof HttpStatusError ? error.status : 400;
      return refuse(status, String(error));
    }
  }

  /** Sends one message to the pages of a visit, unchanged, and passes the answer on. */
  async notify(visitID: string, {body}: SandboxRequest): Promise<Answer> {
    const {origin, fetch = globalThis.fetch} = this.#options;
    const address = `${origin()}/server/data/notification/notify/${encodeURIComponent(visitID)}`;
    const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${serverToken}`};
    const answer = await fetch(address, {method: 'POST', headers, body: `[${body}]`});
    return answer.ok ? {status: 204, body: ''} : text(answer.status, await answer.text());
  }

  /** @throws ConfigurationError */
  #createClient(query: URLSearchParams): GatewayClient {
    return new GatewayClient({
      baseUrl: this.#options.origin(),
      basePath: (query.get('base') ?? '/server') as GatewayClientOptions['basePath'],
      encoding: (query.get('encoding') ?? 'json') as GatewayClientOptions['encoding'],
      getToken: () => serverToken,
      fetch: this.#options.fetch,
    });
  }
}

const refuse = (status: number, detail: string): Promise<Answer> => toAnswer(new Problem(status, detail).toResponse());
