import type {Service} from '../../sandbox/http/request.js';
import {siteFile, toFilePath} from '../../sandbox/files/site-file.js';

/** The folder beside the worker in which the site's files are; at their own addresses are pages that start the worker. */
export const siteFolder = 'site';

/** Serves the site's files from the host, which are asked for anew so that all are of one build. */
export const hostFiles: Service = async ({method, url, site}) => {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const path = toFilePath(url);
  const file = await fetch(`${site}/${siteFolder}${path}`, {cache: 'no-cache'});
  return file.ok ? siteFile(path, new Uint8Array(await file.arrayBuffer()), url) : undefined;
};
