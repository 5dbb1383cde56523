import type {Answer} from '../../sandbox/http/answer.js';
import type {SandboxRequest} from '../../sandbox/http/request.js';

/** Remembers what pages have chosen in the sandbox, since a browser stops its worker whenever nobody asks it. */
export class Choices {
  readonly #name: string;

  /** `site` tells its sandbox from others at the same origin. */
  constructor(site: string) {
    this.#name = `sandbox ${site}`;
  }

  async note({method, url, body}: SandboxRequest, {status}: Answer): Promise<void> {
    if (!url.pathname.startsWith('/sandbox/') || status >= 400) return;
    const cache = await caches.open(this.#name);
    if (method === 'PUT') await cache.put(url.href, new Response(body));
    if (method !== 'DELETE') return;
    const keys = await cache.keys();
    await Promise.all(keys.filter((key) => key.url.startsWith(`${url.href}/`)).map((key) => cache.delete(key)));
  }

  /** Makes the choices again, as far as they are not those of pages long gone. */
  async repeat(choose: (url: URL, body: string) => Promise<unknown>): Promise<void> {
    const cache = await caches.open(this.#name);
    for (const key of await cache.keys()) {
      const body = await cache.match(key);
      if (body) await choose(new URL(key.url), await body.text());
    }
  }

  async forget(): Promise<void> {
    await caches.delete(this.#name);
  }
}
