import type {SandboxRequest} from '../../sandbox/http/request.js';

/** Reads a page's request, whether it is for a path below the site's own folder or for the same one at the root. */
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
