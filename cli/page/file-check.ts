/** How long a file may take to arrive, in ms. */
const patience = 10_000;

/** The version that a first file says, which is a part of the names of the further ones. */
const versionForm = /["'`](\d+\.\d+\.\d+(?:-[\w.]+)?)["'`]/;

/** What came of a file's address. */
interface FileAnswer {
  readonly problem?: string;
  readonly text?: string;
  readonly headers?: Headers;
}

/** What keeps a browser from loading the script tag's files for a page, one sentence each. */
export async function checkFiles(script: URL, page: URL): Promise<string[]> {
  if (!/^https?:$/.test(script.protocol)) return [];
  const {problem, text = ''} = await readScript(script);
  if (problem) return [problem];
  const [, version] = versionForm.exec(text) ?? [];
  if (!version) return [`Expected ${script.href} to be the script web-engagement.js, got another one`];
  const isForeign = page.protocol === 'file:' || script.origin !== page.origin;
  return checkFurther(new URL(`web-engagement-element-${version}.js`, script), isForeign);
}

/** @param isForeign whether its host is not the page's. A classic script needs no CORS, but the further files are modules. */
async function checkFurther(file: URL, isForeign: boolean): Promise<string[]> {
  const {problem, headers} = await readScript(file);
  if (problem) return [`${problem}; copy the whole folder of web-engagement.js`];
  if (!isForeign || headers?.get('access-control-allow-origin')) return [];
  return [`Expected the header Access-Control-Allow-Origin with ${file.href}, because its host is not the page's`];
}

async function readScript(url: URL): Promise<FileAnswer> {
  try {
    const answer = await fetch(url, {signal: AbortSignal.timeout(patience)});
    if (!answer.ok) return {problem: `Expected a file at ${url.href}, got status ${answer.status}`};
    const type = answer.headers.get('content-type') ?? 'none';
    return /javascript/.test(type)
      ? {headers: answer.headers, text: await answer.text()}
      : {problem: `Expected ${url.href} to be JavaScript, got content type ${type}`};
  } catch {
    return {problem: `Expected a file at ${url.href}, got no answer`};
  }
}
