export {GliaClient, gliaWaitTime} from '../../../src/vendors/glia/index.js';
