/** How long a file may take to arrive, in ms. */
const patience = 10_000;

/** What keeps a browser from loading the script tag's files for a page, one sentence each. */
export async function checkFiles(script: URL, page: URL): Promise<string[]> {
  if (!/^https?:$/.test(script.protocol)) return [];
  const further = new URL('web-engagement-element.js', script);
  const [first, second] = await Promise.all([checkFile(script), checkFile(further)]);
  const problems = [first.problem, second.problem].filter((problem) => problem !== undefined);
  // A classic script needs no CORS, but the further files are modules.
  const isForeign = page.protocol === 'file:' || script.origin !== page.origin;
  if (isForeign && !second.problem && !second.headers?.get('access-control-allow-origin')) {
    problems.push(
      `Expected the header Access-Control-Allow-Origin with ${further.href}, because its host is not the page's`,
    );
  }
  return problems;
}

async function checkFile(url: URL): Promise<{readonly problem?: string; readonly headers?: Headers}> {
  try {
    const {ok, status, headers} = await fetch(url, {signal: AbortSignal.timeout(patience)});
    if (!ok) return {problem: `Expected a file at ${url.href}, got status ${status}`};
    const type = headers.get('content-type') ?? 'none';
    return /javascript/.test(type)
      ? {headers}
      : {problem: `Expected ${url.href} to be JavaScript, got content type ${type}`};
  } catch {
    return {problem: `Expected a file at ${url.href}, got no answer`};
  }
}
