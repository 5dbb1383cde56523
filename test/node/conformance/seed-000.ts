import {inFile, under, type Seed} from './entry.js';

const client = inFile(
  'test/vendors/liveperson/external-engagement-client.test.ts',
  'ExternalEngagementClient.create, as seed 000 publishes it',
);
const source = inFile('test/vendors/liveperson/external-engagement-source.test.ts', 'the hand-off source');
const attributes = client('Request › sends engagementAttributes, with one contact');
const errorBody = client('Error Response › carries time, message and internalCode of the published example');

const request = under('Request');
const urlParameters = under('URL Parameters');
const bodyParameters = under('BODY/POST Parameters');
const response = under('Elements in the Response');
const errorResponse = under('Elements in the Error Response');

const posted = client('Request › posts JSON to the published address, with v=1.0');
const amount = (name: string) => client(`Response › refuses ${name} that is no number`);

export const seed000: Seed = {
  number: '000',
  title: 'LivePerson, External Engagement',
  entries: [
    request.entry('endpoint', 'POST /api/account/{accountId}/external/engagement', posted),
    request.entry('path parameter', 'domain', client('Request › goes to the host, which the document calls domain')),
    request.entry('path parameter', 'accountId', client('Request › keeps the account id in its place')),
    urlParameters.entry('query parameter', 'v', posted),
    urlParameters.entry('value', '1.0', posted),
    bodyParameters.entry('body parameter', 'appType', client('Request › sends appType IVR'), ['request.appType']),
    ...bodyParameters.values('request.appType', ['IVR'], () =>
      client('settings that cannot work › refuses another appType before anything is sent'),
    ),
    bodyParameters.entry('body parameter', 'consumerSections', client('Request › sends consumerSections'), [
      'request.consumerSections',
    ]),
    bodyParameters.entry('body parameter', 'engagementAttributes', attributes, ['request.engagementAttributes']),
    bodyParameters.entry(
      'body parameter',
      'externalWaitTimeSeconds',
      client('Request › sends externalWaitTimeSeconds'),
      ['request.externalWaitTimeSeconds'],
    ),
    ...bodyParameters.fields('request.engagementAttributes', ['type', 'personal'], () => attributes),
    ...bodyParameters.values('request.engagementAttributes.type', ['personal'], () => attributes),
    ...bodyParameters.fields('request.engagementAttributes.personal', ['personal.contacts'], () => attributes),
    ...bodyParameters.fields('request.engagementAttributes.personal.contacts', ['contacts.phone'], () => attributes),
    ...response.fields('answer', ['status'], () =>
      client('Response › refuses an answer without a status, with the place and no value'),
    ),
    ...response.values('answer.status', ['Available'], () =>
      source('offers the link of the published example, with wait, queue and end'),
    ),
    ...response.values('answer.status', ['Not Available'], () => [
      client('Response › reads Not Available'),
      source('is unavailable when the vendor says "Not Available"'),
    ]),
    ...response.fields('answer', ['engagementDetails'], () =>
      client('Response › refuses an answer whose details are a list, with the place and no value'),
    ),
    ...response.fields('answer.engagementDetails', ['expectedWaitTimeSeconds', 'queueSize'], amount),
    ...response.fields('answer.engagementDetails', ['urlToChat'], () =>
      client('Response › refuses an answer whose urlToChat is no text, with the place and no value'),
    ),
    ...response.fields('answer.engagementDetails', ['validForSeconds'], amount),
    ...errorResponse.fields('error', ['time', 'message', 'internalCode'], () => errorBody),
  ],
  beyond: {},
};
