import type * as wire from '../vendors/liveperson/monitoring/request-body.js';
import {loadFile} from './further-files.js';

/** Takes the place of `load-wire.ts` in the script tag's file, which cannot be split as modules can. */
export const loadWire = (): Promise<typeof wire> => loadFile('wire');
