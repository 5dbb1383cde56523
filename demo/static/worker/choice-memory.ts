import type {Answer} from '../../sandbox/http/answer.js';
import type {SandboxRequest} from '../../sandbox/http/request.js';

/** Remembers what pages have chosen in the sandbox, because a browser stops an idle worker and its memory is lost. */
export class ChoiceMemory {
  readonly #name: string;

  /** @param site distinguishes this sandbox from others at the same origin */
  constructor(site: string) {
    this.#name = `sandbox ${site}`;
  }

  /** Remembers a request, if it chose something, and forgets what it reset. */
  async note({method, url, body}: SandboxRequest, {status}: Answer): Promise<void> {
    if (!url.pathname.startsWith('/sandbox/') || status >= 400) return;
    const cache = await caches.open(this.#name);
    if (method === 'PUT') await cache.put(url.href, new Response(body));
    if (method !== 'DELETE') return;
    const keys = await cache.keys();
    await Promise.all(keys.filter((key) => key.url.startsWith(`${url.href}/`)).map((key) => cache.delete(key)));
  }

  /** Makes every choice again. */
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
