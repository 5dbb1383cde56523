import {createHash, timingSafeEqual} from 'node:crypto';

/** Whether two texts are the same. How long the answer takes tells nothing about either. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
