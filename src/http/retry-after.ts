/** Reads a `Retry-After` header, in seconds or as a date, and returns ms; nothing when it is absent or makes no sense. */
export function parseRetryAfter(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined;
  const delay = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return delay > 0 ? delay : undefined;
}
