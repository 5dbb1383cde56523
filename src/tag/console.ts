/** Writes one line for the page's author: what was expected, what came, and what to do about it. */
export function warn(message: string): void {
  console.warn(`<web-engagement>: ${message}`);
}
