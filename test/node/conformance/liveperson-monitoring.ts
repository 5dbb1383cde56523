import {under, type VendorDocument} from './entry.js';

const request = under('Request');
const pathParameters = under('Path Parameters');
const query = under('Query parameters');
const body = under('Body Parameters');
const security = under('Security considerations');
const example = under('POST Request and body entity example');
const answers = under('Response entity examples');
const format = under('Response format');
const codes = under('Response Codes');
const retries = under('Retry Policy Recommendation');

const details = (name: string) => `answer.engagementDetails.${name}`;

export const livepersonMonitoring: VendorDocument = {
  name: 'liveperson-monitoring',
  title: 'LivePerson, Monitoring API, Engagement',
  entries: [
    request.entry('endpoint', 'POST /api/account/{account-id}/app/{app-installation-id}/engagement', 'LM1'),
    pathParameters.entry('path parameter', 'account-id', ['LM2', 'LM3']),
    pathParameters.entry('path parameter', 'app-installation-id', ['LM2', 'LM3']),
    query.entry('query parameter', 'v', 'LM4'),
    query.entry('value', '1.0', 'LM4'),
    query.entry('value', '1.1', 'LM4'),
    query.entry('query parameter', 'vid', 'LM4'),
    query.entry('query parameter', 'sid', 'LM4'),
    query.entry('query parameter', 'obh', 'LM4'),
    query.entry('value', 'true', 'LM4'),
    query.entry('value', 'false', 'LM4'),

    body.entry('body parameter', 'consumerId', 'LM5', ['request.consumerId']),
    body.entry('body parameter', 'identities', 'LM5', ['request.identities']),
    body.entry('body parameter', 'identities.iss', 'LM5', ['request.identities.iss']),
    body.entry('body parameter', 'identities.acr', 'LM6', ['request.identities.acr']),
    ...body.values('request.identities.acr', ['0', 'loa1'], 'LM6'),
    body.entry('body parameter', 'identities.sub', 'LM6', ['request.identities.sub']),
    body.entry('body parameter', 'clientProperties', 'LM7', ['request.clientProperties']),
    body.entry('body parameter', 'clientProperties.appVersion', 'LM5', ['request.clientProperties.appVersion']),
    body.entry('body parameter', 'clientProperties.deviceFamily', 'LM8', ['request.clientProperties.deviceFamily']),
    ...body.values('request.clientProperties.deviceFamily', ['DESKTOP', 'TABLET', 'MOBILE'], 'LM5'),
    body.entry('body parameter', 'clientProperties.ipAddress', ['LM9', 'LM7'], ['request.clientProperties.ipAddress']),
    body.entry('body parameter', 'clientProperties.os', 'LM10', ['request.clientProperties.osName']),
    ...body.values('request.clientProperties.osName', ['WINDOWS', 'MAC_OSX', 'LINUX', 'IOS', 'ANDROID'], 'LM5'),
    body.entry('body parameter', 'clientProperties.osVersion', 'LM5', ['request.clientProperties.osVersion']),
    body.entry('body parameter', 'entryPoints', ['LM5', 'LM11'], ['request.entryPoints']),
    body.entry('body parameter', 'engagementAttributes', 'LM5', ['request.engagementAttributes']),
    body.entry('rule', 'ImpressionEvent', 'LM12'),

    security.entry('rule', 'Unguessable', 'LM13'),
    security.entry('rule', 'Innumerable', 'LM13'),
    security.entry('rule', 'Unique per user', 'LM13'),
    security.entry('rule', 'JWT sub', 'LM14'),

    ...example.fields('request.clientProperties', ['osName'], 'LM10'),
    ...example.fields('request.engagementAttributes', ['type', 'personal'], 'LM15'),
    ...example.values('request.engagementAttributes.type', ['personal'], 'LM15'),
    ...example.fields('request.engagementAttributes.personal', ['contacts'], 'LM15'),
    ...example.fields('request.engagementAttributes.personal.contacts', ['email', 'phone'], 'LM15'),
    ...example.fields('request.engagementAttributes.personal', ['age'], 'LM15'),
    ...example.fields('request.engagementAttributes.personal.age', ['age', 'year', 'month', 'day'], 'LM15'),
    ...example.fields('request.engagementAttributes.personal', ['firstname', 'lastname', 'gender', 'company'], 'LM15'),
    ...example.values('request.engagementAttributes.personal.gender', ['FEMALE'], ['LM16', 'LM17']),

    answers.entry('answer', '201 Created, engagement is available', 'LM18'),
    answers.entry('answer', '200 OK, resume conversation', 'LM19'),
    answers.entry('answer', '200/201, engagement is unavailable', 'LM20'),
    answers.entry('answer', '500 Loading account, 1.0', 'LM21'),
    answers.entry('answer', '202 Loading account, 1.1', 'LM21'),
    ...answers.fields('loading', ['time'], 'LM22'),
    ...answers.fields('loading', ['message'], ['LM21', 'LM23']),
    ...answers.fields('loading', ['internalCode'], 'LM22'),
    ...answers.fields('answer.engagementDetails', ['contextId'], 'LM24'),

    ...format.fields('answer', ['engagementDetails'], 'LM25'),
    ...format.fields('answer.engagementDetails', ['campaignId', 'engagementId'], 'LM26'),
    ...format.fields('answer.engagementDetails', ['conversationId'], ['LM19', 'LM27']),
    ...format.fields('answer.engagementDetails', ['windowId'], 'LM28'),
    ...format.fields('answer.engagementDetails', ['connectorId'], 'LM29'),
    ...format.fields('answer.engagementDetails', ['language'], 'LM28'),
    ...format.fields('answer.engagementDetails', ['engagementRevision'], 'LM18'),
    ...format.fields('answer.engagementDetails', ['status'], 'LM30'),
    ...format.values(details('status'), ['expose'], 'LM31'),
    ...format.values(details('status'), ['conversation'], 'LM31'),
    ...format.fields('answer', ['pageId'], ['LM18', 'LM32']),
    ...format.fields('answer', ['sessionId', 'visitorId'], 'LM25'),

    ...[200, 201].map((code) => codes.entry('answer', String(code), 'LM33')),
    codes.entry('answer', '202', 'LM33'),
    ...[400, 404, 500, 503].map((code) => codes.entry('answer', String(code), 'LM33')),

    retries.entry('rule', '4xx', 'LM34'),
    retries.entry('rule', '5xx, 3, 10, 30, 90 seconds', 'LM34'),
    retries.entry('rule', '202, 3, 10, 30, 90 seconds', 'LM34'),
    retries.entry('rule', 'vid', 'LM23'),
  ],
  beyond: {},
};
