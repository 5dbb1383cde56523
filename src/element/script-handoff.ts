import type * as handoffSource from '../vendors/liveperson/external-engagement-source.js';
import {loadFile} from './script-files.js';

/** Takes the place of `load-handoff.ts` in the script tag's file, which cannot be split as modules can. */
export const loadHandoff = (): Promise<typeof handoffSource> => loadFile('handoff');
