import {under, type VendorDocument} from './entry.js';

const request = under('Request');
const urlParameters = under('URL Parameters');
const bodyParameters = under('BODY/POST Parameters');
const response = under('Elements in the Response');
const errorResponse = under('Elements in the Error Response');

export const livepersonExternalEngagement: VendorDocument = {
  name: 'liveperson-external-engagement',
  title: 'LivePerson, External Engagement',
  entries: [
    request.entry('endpoint', 'POST /api/account/{accountId}/external/engagement', 'LX1'),
    request.entry('path parameter', 'domain', 'LX2'),
    request.entry('path parameter', 'accountId', 'LX3'),
    urlParameters.entry('query parameter', 'v', 'LX1'),
    urlParameters.entry('value', '1.0', 'LX1'),
    bodyParameters.entry('body parameter', 'appType', 'LX4', ['request.appType']),
    ...bodyParameters.values('request.appType', ['IVR'], 'LX5'),
    bodyParameters.entry('body parameter', 'consumerSections', 'LX4', ['request.consumerSections']),
    bodyParameters.entry('body parameter', 'engagementAttributes', 'LX4', ['request.engagementAttributes']),
    bodyParameters.entry('body parameter', 'externalWaitTimeSeconds', 'LX4', ['request.externalWaitTimeSeconds']),
    ...bodyParameters.fields('request.engagementAttributes', ['type', 'personal'], 'LX4'),
    ...bodyParameters.values('request.engagementAttributes.type', ['personal'], 'LX4'),
    ...bodyParameters.fields('request.engagementAttributes.personal', ['personal.contacts'], 'LX4'),
    ...bodyParameters.fields('request.engagementAttributes.personal.contacts', ['contacts.phone'], 'LX4'),
    ...response.fields('answer', ['status'], 'LX6'),
    ...response.values('answer.status', ['Available'], 'LX7'),
    ...response.values('answer.status', ['Not Available'], ['LX8', 'LX9']),
    ...response.fields('answer', ['engagementDetails'], 'LX6'),
    ...response.fields('answer.engagementDetails', ['expectedWaitTimeSeconds', 'queueSize'], 'LX10'),
    ...response.fields('answer.engagementDetails', ['urlToChat'], 'LX6'),
    ...response.fields('answer.engagementDetails', ['validForSeconds'], 'LX10'),
    ...errorResponse.fields('error', ['time', 'message', 'internalCode'], 'LX11'),
  ],
  beyond: {},
};
