import type * as handoffSource from './external-engagement-source.js';

/** Loads what asks for hand-offs; a page without any never needs it. */
export const loadHandoff = (): Promise<typeof handoffSource> => import('./external-engagement-source.js');
