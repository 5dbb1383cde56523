import '../../../src/timeline.js';

export {AvayaJourneyClient, toEngagementRecord as toAvayaRecord} from '../../../src/vendors/avaya/index.js';
export {GliaClient, toEngagementRecord as toGliaRecord} from '../../../src/vendors/glia/index.js';
