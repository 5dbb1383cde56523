import {inFile, under, type Seed} from './entry.js';

const client = inFile(
  'test/vendors/genesys/gateway-client.test.ts',
  'GatewayClient, as seed 002 publishes the Engagement REST API',
);
const calls = client('Request › is a POST to http://10.0.0.7:9081/backend/data/gateway/engage and noengage');
const secureCalls = client(
  'Request › is a POST to https://gwe.brand.example:8443/backend/data/gateway/engage and noengage',
);
const wrapped = client('Request › wraps the object in JSON under its name, unless told otherwise');
const isMandatory = client('Parameters › are mandatory: nothing is refused before anything is sent');
const isObject = client('Parameters › are mandatory: a list is refused before anything is sent');
const ok = client('Response › 200 with JSON gives the body');
const fault = client('Response › 400 is a fault with JSON, and is not sent again');

/** Both requests are documented in the same words. */
function requestOf(heading: string, name: string, parameter: string) {
  const {entry} = under(heading);
  return [
    entry('endpoint', `POST /backend/data/gateway/${name}`, [calls, secureCalls]),
    entry('body parameter', parameter, [wrapped, isMandatory, isObject]),
    entry('answer', '200', ok),
    entry('answer', '400 FAULT', fault),
    entry('value', 'JSON', [ok, fault]),
  ];
}

export const seed002: Seed = {
  number: '002',
  title: 'Genesys, Engagement REST API',
  entries: [
    ...requestOf('Start Engagement Attempt', 'engage', 'ixnProfile'),
    ...requestOf('Cancel Engagement Attempt', 'noengage', 'cancelData'),
  ],
  beyond: {},
};
