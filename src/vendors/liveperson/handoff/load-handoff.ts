import type * as handoffSource from './handoff-source.js';

/** Loads what asks for hand-offs; a page without any never needs it. */
export const loadHandoff = (): Promise<typeof handoffSource> => import('./handoff-source.js');
