/** Origin of the sandbox server that answers as the platforms do; it runs as long as the browser tests do. */
export const sandboxOrigin = document.querySelector<HTMLMetaElement>('meta[name=sandbox-origin]')?.content ?? '';
