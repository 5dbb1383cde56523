/** Whether a secret fits a header: visible ASCII. What engines and servers say of one that does not may quote it. */
export function isHeaderToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
