import {siteFile, toFilePath} from '../../sandbox/files/site-file.js';
import type {Service} from '../../sandbox/http/service.js';

/** Folder of the site's files, beside the worker. The pages at the files' own addresses only start the worker. */
export const siteFolder = 'site';

/** Fetches the site's files from the host. Validates cached files each time, so that all are of one build. */
export const hostFiles: Service = async ({method, url, site}) => {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const path = toFilePath(url);
  const file = await fetch(`${site}/${siteFolder}${path}`, {cache: 'no-cache'});
  return file.ok ? siteFile(path, new Uint8Array(await file.arrayBuffer()), url) : undefined;
};
