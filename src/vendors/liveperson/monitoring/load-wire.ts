import type * as wire from './request-body.js';

/** Loads the schemas of requests and answers; most pages of a visit never need them. */
export const loadWire = (): Promise<typeof wire> => import('./request-body.js');
