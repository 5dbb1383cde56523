import type * as handoffSource from '../vendors/liveperson/handoff/handoff-source.js';
import {loadFile} from './further-files.js';

/** Takes the place of `load-handoff.ts` in the script tag's file, which cannot be split as modules can. */
export const loadHandoff = (): Promise<typeof handoffSource> => loadFile('handoff');
