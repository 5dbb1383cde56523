import {under, type VendorDocument} from './entry.js';

/** Both requests are documented in the same words. */
function requestOf(heading: string, name: string, parameter: string) {
  const {entry} = under(heading);
  return [
    entry('endpoint', `POST /backend/data/gateway/${name}`, 'GE1'),
    entry('body parameter', parameter, ['GE2', 'GE3']),
    entry('answer', '200', 'GE4'),
    entry('answer', '400 FAULT', 'GE5'),
    entry('value', 'JSON', ['GE4', 'GE5']),
  ];
}

export const genesysEngagement: VendorDocument = {
  name: 'genesys-engagement',
  title: 'Genesys, Engagement REST API',
  entries: [
    ...requestOf('Start Engagement Attempt', 'engage', 'ixnProfile'),
    ...requestOf('Cancel Engagement Attempt', 'noengage', 'cancelData'),
  ],
  beyond: {},
};
