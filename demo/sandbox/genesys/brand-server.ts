import {HttpStatusError} from '../../../src/http/errors.js';
import {GatewayClient, type GatewayClientOptions} from '../../../src/vendors/genesys/gateway-client.js';
import {json, type Answer} from '../answer.js';
import {parseFields} from '../engagement-request.js';
import type {SandboxRequest} from '../request.js';
import {fault} from './fault.js';
import {serverToken} from './server-token.js';

/** Stands in for the brand's own server, which alone may call the gateway. */
export class BrandServer {
  readonly #gatewayOrigin: () => string;

  constructor(gatewayOrigin: () => string) {
    this.#gatewayOrigin = gatewayOrigin;
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

  /** @throws ConfigurationError */
  #createClient(wishes: URLSearchParams): GatewayClient {
    return new GatewayClient({
      baseUrl: this.#gatewayOrigin(),
      basePath: (wishes.get('base') ?? '/server') as GatewayClientOptions['basePath'],
      encoding: (wishes.get('encoding') ?? 'json') as GatewayClientOptions['encoding'],
      getToken: () => serverToken,
    });
  }
}
