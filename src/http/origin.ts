const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address is on this machine, where http is as secure as https. */
export function isLoopback({hostname}: URL): boolean {
  return loopbackHosts.includes(hostname) || hostname.endsWith('.localhost');
}

/** Whether traffic to an address cannot be read in transit: https, or http on this machine. */
export function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/** Reads a host name such as `api.example.com`, or an http origin on loopback. Undefined if it is neither. */
export function parseOrigin(text: string): URL | undefined {
  const isOrigin = text.startsWith('http://');
  const address = isOrigin ? text : `https://${text}`;
  try {
    const url = new URL(address);
    const bare = isOrigin ? isLoopback(url) && url.origin : url.host;
    return bare === text.replace(/\/$/, '').toLowerCase() ? url : undefined;
  } catch {
    return undefined;
  }
}
