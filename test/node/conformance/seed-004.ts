import {inFile, under, type Seed} from './entry.js';

const client = inFile(
  'test/vendors/liveperson/monitoring-client.test.ts',
  'MonitoringClient.engage, as seed 004 publishes it',
);
const contradiction = inFile(
  'test/vendors/liveperson/seed-004-contradictions.test.ts',
  'where seed 004 contradicts itself, the client',
);
const identity = inFile('test/vendors/liveperson/identities.test.ts', 'identities (seed 004, Security considerations)');
const policy = inFile('test/vendors/liveperson/retry-policy.test.ts', 'Retry Policy Recommendation of seed 004');
const handshake = inFile('test/vendors/liveperson/monitoring-source.test.ts', 'the monitoring handshake');
const attributes = inFile('test/vendors/liveperson/engagement-attributes.test.ts', 'engagement attributes');
const properties = inFile('test/vendors/liveperson/client-properties.test.ts', 'clientProperties');

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

const sent = (title: string) => client(`Body Parameters › sends ${title}`);
const personal = attributes('of type personal reach the wire as they are');
const exposed = client('Response entity examples › 201 Created: engagement is available, created new session');
const resumed = client('Response entity examples › 200 OK: resume conversation same session');
const sentExample = sent('the published example, but for the IP address, which a browser must not send');
const loading = ['1.0, status code 500 Server Error', '1.1, status code 202 Accepted'].map((title) =>
  client(`Response entity examples › Loading Account: API version ${title}`),
);
const details = (name: string) => `answer.engagementDetails.${name}`;

export const seed004: Seed = {
  number: '004',
  title: 'LivePerson, Monitoring API, Engagement',
  entries: [
    request.entry(
      'endpoint',
      'POST /api/account/{account-id}/app/{app-installation-id}/engagement',
      client('Request › posts JSON to the published address'),
    ),
    pathParameters.entry('path parameter', 'account-id', [
      client('Request › keeps the ids of the path in the path'),
      client('settings that cannot work › says what to write instead of no account id'),
    ]),
    pathParameters.entry('path parameter', 'app-installation-id', [
      client('Request › keeps the ids of the path in the path'),
      client('settings that cannot work › says what to write instead of no app installation id'),
    ]),
    query.entry(
      'query parameter',
      'v',
      client('Query parameters › v is 1.1 unless told otherwise; unknown ids are left out; obh is false'),
    ),
    query.entry('value', '1.0', client('Query parameters › v is 1.0 on request')),
    query.entry(
      'value',
      '1.1',
      client('Query parameters › v is 1.1 unless told otherwise; unknown ids are left out; obh is false'),
    ),
    query.entry('query parameter', 'vid', client('Query parameters › vid')),
    query.entry('query parameter', 'sid', client('Query parameters › sid')),
    query.entry('query parameter', 'obh', client('Query parameters › obh')),
    query.entry('value', 'true', client('Query parameters › obh')),
    query.entry(
      'value',
      'false',
      client('Query parameters › v is 1.1 unless told otherwise; unknown ids are left out; obh is false'),
    ),

    body.entry('body parameter', 'consumerId', sent('consumerId'), ['request.consumerId']),
    body.entry('body parameter', 'identities', sent('identities, with iss, acr and sub'), ['request.identities']),
    body.entry(
      'body parameter',
      'identities.iss',
      [sent('identities, with iss, acr and sub'), sent('an identity without iss')],
      ['request.identities.iss'],
    ),
    body.entry('body parameter', 'identities.acr', identity('are refused without acr'), ['request.identities.acr']),
    ...body.values('request.identities.acr', ['0', 'loa1'], () =>
      identity('are refused with another acr than 0 and loa1'),
    ),
    body.entry('body parameter', 'identities.sub', identity('are refused without sub'), ['request.identities.sub']),
    body.entry('body parameter', 'clientProperties', sentExample, ['request.clientProperties']),
    body.entry('body parameter', 'clientProperties.appVersion', sent('clientProperties.appVersion'), [
      'request.clientProperties.appVersion',
    ]),
    body.entry(
      'body parameter',
      'clientProperties.deviceFamily',
      client('settings that cannot work › refuses an unknown device family before anything is sent'),
      ['request.clientProperties.deviceFamily'],
    ),
    ...body.values('request.clientProperties.deviceFamily', ['DESKTOP', 'TABLET', 'MOBILE'], (value) =>
      sent(`clientProperties.deviceFamily ${value}`),
    ),
    body.entry(
      'body parameter',
      'clientProperties.ipAddress',
      [properties('hold ipAddress where a server asks, and never from a browser'), sentExample],
      ['request.clientProperties.ipAddress'],
    ),
    body.entry(
      'body parameter',
      'clientProperties.os',
      contradiction('sends osName, as the example does, for the table’s os'),
      ['request.clientProperties.osName'],
    ),
    ...body.values('request.clientProperties.osName', ['WINDOWS', 'MAC_OSX', 'LINUX', 'IOS', 'ANDROID'], (value) =>
      sent(`clientProperties.osName ${value}`),
    ),
    body.entry('body parameter', 'clientProperties.osVersion', sent('clientProperties.osVersion'), [
      'request.clientProperties.osVersion',
    ]),
    body.entry(
      'body parameter',
      'entryPoints',
      [
        sent('entryPoints'),
        contradiction('sends entryPoints as an array, as the example does, and not comma-delimited'),
      ],
      ['request.entryPoints'],
    ),
    body.entry('body parameter', 'engagementAttributes', sent('engagementAttributes'), [
      'request.engagementAttributes',
    ]),
    body.entry(
      'rule',
      'ImpressionEvent',
      attributes('refuse the impression event impDisplay, and say where it belongs'),
    ),

    security.entry('rule', 'Unguessable', identity('must be unguessable, got an e-mail address: "jane@brand.example"')),
    security.entry('rule', 'Innumerable', identity('must be innumerable, got a serial number: "1001"')),
    security.entry('rule', 'Unique per user', identity('must be unique per user, got a placeholder: "anonymous"')),
    security.entry('rule', 'JWT sub', identity('with a token › are refused with one of somebody else')),

    ...example.fields('request.clientProperties', ['osName'], () =>
      contradiction('sends osName, as the example does, for the table’s os'),
    ),
    ...example.fields('request.engagementAttributes', ['type', 'personal'], () => personal),
    ...example.values('request.engagementAttributes.type', ['personal'], () => personal),
    ...example.fields('request.engagementAttributes.personal', ['contacts'], () => personal),
    ...example.fields('request.engagementAttributes.personal.contacts', ['email', 'phone'], () => personal),
    ...example.fields('request.engagementAttributes.personal', ['age'], () => personal),
    ...example.fields('request.engagementAttributes.personal.age', ['age', 'year', 'month', 'day'], () => personal),
    ...example.fields(
      'request.engagementAttributes.personal',
      ['firstname', 'lastname', 'gender', 'company'],
      () => personal,
    ),
    ...example.values('request.engagementAttributes.personal.gender', ['FEMALE'], () => [
      attributes('refuse an unknown gender'),
      attributes('may name the gender FEMALE'),
    ]),

    answers.entry('answer', '201 Created, engagement is available', exposed),
    answers.entry('answer', '200 OK, resume conversation', resumed),
    answers.entry('answer', '200/201, engagement is unavailable', [
      client('Response entity examples › 200: engagement is unavailable'),
      client('Response entity examples › 201: engagement is unavailable'),
    ]),
    answers.entry('answer', '500 Loading account, 1.0', loading),
    answers.entry('answer', '202 Loading account, 1.1', loading),
    ...answers.fields('loading', ['time'], () => client('Response Codes › carries the internalCode of the body')),
    ...answers.fields('loading', ['message'], () => [
      ...loading,
      handshake('while the account is loading › carries the vid of the message into the retry, in version 1.1'),
    ]),
    ...answers.fields('loading', ['internalCode'], () =>
      client('Response Codes › carries the internalCode of the body'),
    ),
    ...answers.fields('answer.engagementDetails', ['contextId'], () =>
      contradiction('takes contextId, which the table leaves out, as number'),
    ),

    ...format.fields('answer', ['engagementDetails'], () =>
      client('an answer that is none › is refused whose details are text, with the place and no value'),
    ),
    ...format.fields('answer.engagementDetails', ['campaignId', 'engagementId'], () =>
      contradiction('takes campaignId and engagementId as number'),
    ),
    ...format.fields('answer.engagementDetails', ['conversationId'], () => [
      resumed,
      contradiction('takes a conversationId for an open conversation, whatever the status says'),
    ]),
    ...format.fields('answer.engagementDetails', ['windowId'], () =>
      contradiction('takes windowId and language where they come'),
    ),
    ...format.fields('answer.engagementDetails', ['connectorId'], () =>
      contradiction('keeps connectorId as text when it comes as number'),
    ),
    ...format.fields('answer.engagementDetails', ['language'], () =>
      contradiction('takes windowId and language where they come'),
    ),
    ...format.fields('answer.engagementDetails', ['engagementRevision'], () => exposed),
    ...format.fields('answer.engagementDetails', ['status'], () =>
      contradiction('takes a status it does not know for no engagement'),
    ),
    ...format.values(details('status'), ['expose'], () =>
      contradiction('reads "expose" from the body alone, also with status 200'),
    ),
    ...format.values(details('status'), ['conversation'], () =>
      contradiction('reads "conversation" from the body alone, also with status 201'),
    ),
    ...format.fields('answer', ['pageId'], () => [
      exposed,
      contradiction('does without pageId, which the table requires'),
    ]),
    ...format.fields('answer', ['sessionId', 'visitorId'], (name) =>
      client(`an answer that is none › is refused without ${name}, with the place and no value`),
    ),

    ...[200, 201].map((code) => codes.entry('answer', String(code), client(`Response Codes › ${code} is an answer`))),
    codes.entry('answer', '202', client('Response Codes › 202 is a LoadingAccountError')),
    ...[400, 404, 500, 503].map((code) =>
      codes.entry('answer', String(code), client(`Response Codes › ${code} is a HttpStatusError`)),
    ),

    retries.entry('rule', '4xx', policy('4xx: do not retry')),
    retries.entry('rule', '5xx, 3, 10, 30, 90 seconds', policy('5xx: retry 4 times with 3, 10, 30, 90 seconds pause')),
    retries.entry('rule', '202, 3, 10, 30, 90 seconds', policy('202: retry 4 times with 3, 10, 30, 90 seconds pause')),
    retries.entry('rule', 'vid', [
      handshake('while the account is loading › carries the vid of the message into the retry, in version 1.0'),
      handshake('while the account is loading › carries the vid of the message into the retry, in version 1.1'),
    ]),
  ],
  beyond: {},
};
