import type {SandboxRequest} from '../../sandbox/http/request.js';

/**
 * Reads a page's request. Paths below the folder of the site and paths at the root of the origin mean the same.
 *
 * @param site address of the folder
 * @param at when the request arrived, in ms since the epoch
 */
export async function readRequest(request: Request, site: string, at: number): Promise<SandboxRequest> {
  const url = new URL(request.url);
  const folder = new URL(site).pathname.replace(/\/$/, '');
  if (url.pathname.startsWith(`${folder}/`)) url.pathname = url.pathname.slice(folder.length);
  return {
    method: request.method,
    url,
    site,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
    at,
  };
}
