import {avayaEngagement} from './avaya-engagement.js';
import type {VendorDocument} from './entry.js';
import {genesysEngagement} from './genesys-engagement.js';
import {gliaEngagements} from './glia-engagements.js';
import {livepersonExternalEngagement} from './liveperson-external-engagement.js';
import {livepersonMonitoring} from './liveperson-monitoring.js';

/** What each vendor's document names, and the tests that cover it. */
export const documents: readonly VendorDocument[] = [
  livepersonExternalEngagement,
  gliaEngagements,
  genesysEngagement,
  avayaEngagement,
  livepersonMonitoring,
];
