import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../src/check/configuration-error.js';
import {HttpStatusError, MalformedAnswerError} from '../../../../src/http/errors.js';
import {LoadingAccountError} from '../../../../src/vendors/liveperson/monitoring/loading-account-error.js';
import {
  MonitoringClient,
  type EngageParameters,
  type MonitoringClientOptions,
} from '../../../../src/vendors/liveperson/monitoring/monitoring-client.js';
import * as seed from '../../../fixtures/liveperson/seed-004.js';
import {createAccount} from '../../../support/servers/account.js';
import {createFakeFetch, type SentRequest} from '../../../support/fakes/fake-fetch.js';
import {rejection} from '../../../support/rejection.js';

const settings = {host: 'lo.v.liveperson.net', accountId: '12345678', appInstallationId: '123'};

const createClient = (status: number, answer: unknown): MonitoringClient =>
  new MonitoringClient({...settings, fetch: createFakeFetch(status, answer).fetch});

async function sendEngage(
  parameters: EngageParameters = {},
  options: Partial<MonitoringClientOptions> = {},
): Promise<SentRequest> {
  const {fetch, sent} = createFakeFetch(200, seed.unavailableAnswer);
  await new MonitoringClient({...settings, ...options, fetch}).engage(parameters);
  return sent[0] as SentRequest;
}

describe('MonitoringClient.engage, as the Monitoring API publishes it', () => {
  describe('Request', () => {
    it('posts JSON to the published address [LM1]', async () => {
      const {url, method, headers} = await sendEngage();
      expect(`${method} ${url.origin}${url.pathname}`).to.equal(
        'POST https://lo.v.liveperson.net/api/account/12345678/app/123/engagement',
      );
      expect(headers.get('content-type')).to.equal('application/json');
    });

    it('keeps the ids of the path, account-id and app-installation-id, in the path [LM2]', async () => {
      const {url} = await sendEngage({}, {accountId: '../x?', appInstallationId: 'a/b#'});
      expect(url.pathname).to.equal('/api/account/..%2Fx%3F/app/a%2Fb%23/engagement');
    });
  });

  describe('Query parameters', () => {
    const cases: readonly [
      title: string,
      parameters: EngageParameters,
      options: Partial<MonitoringClientOptions>,
      query: string,
    ][] = [
      ['v is 1.1 unless told otherwise; unknown ids are left out; obh is false', {}, {}, '?v=1.1&obh=false'],
      ['v is 1.0 on request', {}, {apiVersion: '1.0'}, '?v=1.0&obh=false'],
      ['vid', {vid: 'myNewVisitorId'}, {}, '?v=1.1&vid=myNewVisitorId&obh=false'],
      ['sid', {sid: 'myNewSessionId'}, {}, '?v=1.1&sid=myNewSessionId&obh=false'],
      ['vid and sid', {vid: 'v', sid: 's'}, {}, '?v=1.1&vid=v&sid=s&obh=false'],
      ['obh', {obh: true}, {}, '?v=1.1&obh=true'],
      ['a vid cannot bring in another parameter', {vid: 'a&sid=evil#'}, {}, '?v=1.1&vid=a%26sid%3Devil%23&obh=false'],
    ];
    for (const [title, parameters, options, query] of cases) {
      it(`${title} [LM4]`, async () => {
        expect((await sendEngage(parameters, options)).url.search).to.equal(query);
      });
    }
  });

  describe('Body Parameters', () => {
    const parameters: readonly (readonly [name: string, value: EngageParameters])[] = [
      ['consumerId', {consumerId: 'uniqueIdInBrand'}],
      ['identities, with iss, acr and sub', {identities: seed.requestBody.identities}],
      ['an identity without iss', {identities: [{acr: '0', sub: 'identifierForNoAuth'}]}],
      ['clientProperties.appVersion', {clientProperties: {appVersion: '1.0'}}],
      ...(['DESKTOP', 'TABLET', 'MOBILE'] as const).map(
        (deviceFamily) =>
          [`clientProperties.deviceFamily ${deviceFamily}`, {clientProperties: {deviceFamily}}] as const,
      ),
      ...(['WINDOWS', 'MAC_OSX', 'LINUX', 'IOS', 'ANDROID'] as const).map(
        (osName) => [`clientProperties.osName ${osName}`, {clientProperties: {osName}}] as const,
      ),
      ['clientProperties.osVersion', {clientProperties: {osVersion: '1.2'}}],
      ['entryPoints', {entryPoints: seed.requestBody.entryPoints}],
      ['engagementAttributes', {engagementAttributes: seed.requestBody.engagementAttributes as never}],
    ];
    for (const [name, value] of parameters) {
      it(`sends ${name} [LM5]`, async () => {
        expect((await sendEngage(value)).body).to.deep.equal(value);
      });
    }

    it('sends an empty object when nothing is known', async () => {
      expect((await sendEngage()).body).to.deep.equal({});
    });

    it('sends the published example, but for the IP address, which a browser must not send [LM7]', async () => {
      const {body} = await sendEngage(seed.requestBody as unknown as EngageParameters);
      const {ipAddress, ...clientProperties} = seed.requestBody.clientProperties;
      expect(ipAddress).to.equal('192.168.5.2');
      expect(body).to.deep.equal({...seed.requestBody, clientProperties});
    });

    it('is taken by a server that checks it', async () => {
      const account = createAccount();
      await new MonitoringClient({...account, host: account.apiHost}).engage(
        seed.requestBody as unknown as EngageParameters,
      );
      const [{status, body} = {status: 0, body: {}}] = await account.handshakes();
      expect(status).to.equal(201);
      expect(body).to.have.property('consumerId', 'uniqueIdInBrand');
    });
  });

  describe('Response entity examples', () => {
    it('201 Created: engagement is available, created new session [LM18]', async () => {
      const answer = await createClient(201, seed.exposeAnswer).engage();
      expect(answer).to.include({sessionId: 'abc', visitorId: 'xyz', pageId: '595933432'});
      expect(answer.engagementDetails).to.deep.equal([
        {
          campaignId: '880524023',
          engagementId: '880524123',
          engagementRevision: 21,
          contextId: '1',
          connectorId: '2642324112',
          status: 'expose',
        },
      ]);
    });

    it('200 OK: resume conversation same session [LM19]', async () => {
      const {engagementDetails} = await createClient(200, seed.conversationAnswer).engage();
      expect(engagementDetails[0]).to.include({conversationId: 'fdasfdas', status: 'conversation'});
    });

    for (const status of [200, 201]) {
      it(`${status}: engagement is unavailable [LM20]`, async () => {
        expect((await createClient(status, seed.unavailableAnswer).engage()).engagementDetails).to.deep.equal([]);
      });
    }

    for (const [answer, hints] of [
      [seed.exposeAnswer, 1],
      [seed.unavailableAnswer, 0],
    ] as const) {
      it(`promises ${hints === 0 ? 'nothing of an answer without' : 'an offer of an answer with'} an engagement`, async () => {
        let heard = 0;
        await createClient(200, answer).engage({}, {onHint: () => (heard += 1)});
        expect(heard).to.equal(hints);
      });
    }

    it('Loading Account: takes the vid of a message without a space', async () => {
      const answer = {...seed.loadingAnswer11, message: 'Loading account: a, vid:myVisitorId'};
      expect(await rejection(createClient(202, answer).engage())).to.have.property('visitorId', 'myVisitorId');
    });

    it('Loading Account: has no vid when there is no message', async () => {
      const error = await rejection(createClient(202, {internalCode: 38}).engage());
      expect(error).to.be.instanceOf(LoadingAccountError).with.property('visitorId', undefined);
    });

    for (const [title, status, answer] of [
      ['API version 1.0, status code 500 Server Error', 500, seed.loadingAnswer10],
      ['API version 1.1, status code 202 Accepted', 202, seed.loadingAnswer11],
    ] as const) {
      it(`Loading Account: ${title} [LM21]`, async () => {
        const error = await rejection(createClient(status, answer).engage());
        expect(error).to.be.instanceOf(LoadingAccountError);
        expect(error).to.include({status, code: answer.internalCode, visitorId: 'myVisitorId'});
      });
    }
  });

  describe('Response Codes', () => {
    const codes: readonly [status: number, body: unknown, outcome: string][] = [
      [200, seed.unavailableAnswer, 'answer'],
      [201, seed.unavailableAnswer, 'answer'],
      [202, seed.loadingAnswer11, 'LoadingAccountError'],
      [400, {time: 1, message: 'bad', internalCode: 5}, 'HttpStatusError'],
      [404, {time: 1, message: 'not found', internalCode: 18}, 'HttpStatusError'],
      [500, {time: 1, message: 'failed', internalCode: 18}, 'HttpStatusError'],
      [503, '<html>busy</html>', 'HttpStatusError'],
    ];
    for (const [status, body, outcome] of codes) {
      it(`${status} is ${outcome === 'answer' ? 'an answer' : `a ${outcome}`} [LM33]`, async () => {
        const result = await createClient(status, body)
          .engage()
          .then(
            () => 'answer',
            (error: unknown) => (error as Error).name,
          );
        expect(result).to.equal(outcome);
      });
    }

    it('400 is no loading account, though its code says so', async () => {
      const error = await rejection(createClient(400, seed.loadingAnswer10).engage());
      expect(error).to.be.instanceOf(HttpStatusError).and.not.instanceOf(LoadingAccountError);
    });

    it('carries the internalCode of the body [LM22]', async () => {
      const error = await rejection(createClient(400, {time: 1, message: 'v', internalCode: 33}).engage());
      expect(error).to.be.instanceOf(HttpStatusError);
      expect(error).to.include({status: 400, code: 33});
    });

    it('reads an error body that is wrapped', async () => {
      const error = await rejection(createClient(400, {error: {time: '', message: 'v', internalCode: '33'}}).engage());
      expect(error).to.include({code: 33});
    });
  });

  describe('an answer that is none', () => {
    const answers: readonly [title: string, answer: unknown, problem: string][] = [
      ['without sessionId', {visitorId: 'v'}, 'sessionId: expected string or number, got nothing'],
      ['without visitorId', {sessionId: 's'}, 'visitorId: expected string or number, got nothing'],
      ['that is a list', [], 'expected object, got array'],
      [
        'whose details are text',
        {...seed.unavailableAnswer, engagementDetails: 'expose'},
        'engagementDetails: expected array or object, got string',
      ],
      ['in HTML', '<html>', 'expected JSON'],
    ];
    for (const [title, answer, problem] of answers) {
      it(`is refused ${title}, with the place and no value [LM25]`, async () => {
        const error = (await rejection(createClient(200, answer).engage())) as Error;
        expect(error).to.be.instanceOf(MalformedAnswerError);
        expect(error.message).to.contain(problem);
      });
    }
  });

  describe('settings that cannot work', () => {
    const cases: readonly [title: string, options: Partial<MonitoringClientOptions>, message: string][] = [
      ['no account id', {accountId: ''}, 'Expected accountId to be your LivePerson site id, got nothing'],
      [
        'no app installation id',
        {appInstallationId: ' '},
        'Expected appInstallationId to be the id that LivePerson gave',
      ],
      [
        'a host with a scheme',
        {host: 'https://lo.v.liveperson.net'},
        'write "va.v.liveperson.net" without https:// and path, or have it looked up',
      ],
      ['http beyond this machine', {host: 'http://lo.v.liveperson.net'}, 'Expected host to be a host name'],
      ['an unknown version', {apiVersion: '2.0'}, 'Expected apiVersion to be 1.1 or 1.0, got "2.0"'],
      [
        'a version that is a number',
        {apiVersion: 1.1 as unknown as string},
        'Expected apiVersion to be 1.1 or 1.0, got number',
      ],
    ];
    for (const [title, options, message] of cases) {
      it(`says what to write instead of ${title} [LM3]`, () => {
        expect(() => new MonitoringClient({...settings, ...options})).to.throw(ConfigurationError, message);
      });
    }

    it('names the setting of a version that it does not know', () => {
      const create = (): unknown => new MonitoringClient({...settings, apiVersion: '2.0'});
      expect(create).to.throw(ConfigurationError).with.property('setting', 'apiVersion');
    });

    const parameters: readonly [title: string, parameters: unknown, message: string][] = [
      [
        'an entry point without a scheme',
        {entryPoints: ['www.liveperson.com']},
        'entryPoints: 0: expected https://…, tel://…, sec://… or lang://…, got string',
      ],
      [
        'an unknown device family',
        {clientProperties: {deviceFamily: 'FRIDGE'}},
        'clientProperties: deviceFamily: expected DESKTOP or TABLET or MOBILE',
      ],
      [
        'an address that is no IPv4',
        {clientProperties: {ipAddress: '::1'}},
        'clientProperties: ipAddress: expected IPv4 address',
      ],
      ['identities in text', {identities: '[]'}, 'identities: expected array, got string'],
      ['a blank vid', {vid: ' '}, 'Expected vid to be an id of an answer, got nothing'],
      ['a blank sid', {sid: ''}, 'Expected sid to be an id of an answer, got nothing'],
      [
        'an impression, which belongs into a report',
        {engagementAttributes: [{type: 'impDisplay', campaign: 1, engId: 2, revision: 3}]},
        'impDisplay',
      ],
    ];
    for (const [title, value, message] of parameters) {
      it(`refuses ${title} before anything is sent [LM8]`, async () => {
        const {fetch, sent} = createFakeFetch(200, seed.unavailableAnswer);
        const error = (await rejection(new MonitoringClient({...settings, fetch}).engage(value as never))) as Error;
        expect(error).to.be.instanceOf(ConfigurationError);
        expect(error.message).to.contain(message);
        expect(sent).to.have.lengthOf(0);
      });
    }
  });
});

describe('MonitoringClient.report', () => {
  const eContext = [{type: 'engagementContext', id: '1'}] as const;
  const attributes = [{type: 'impDisplay', campaign: 1, engId: 2, revision: 3, eContext}];

  it('is a POST in the disguise that the vendor lets browsers use for PUT', async () => {
    const {fetch, sent} = createFakeFetch(200, seed.unavailableAnswer);
    const client = new MonitoringClient({...settings, fetch});
    await client.report({vid: 'v', sid: 's', pageId: '7', engagementAttributes: attributes});
    const [request] = sent as [SentRequest];
    expect(`${request.method} ${request.url.pathname}${request.url.search}`).to.equal(
      'POST /api/account/12345678/app/123/report?v=1.1&vid=v&sid=s&obh=false',
    );
    expect(request.headers.get('x-http-method-override')).to.equal('PUT');
    expect(request.body).to.deep.equal({pageId: '7', engagementAttributes: attributes});
  });

  it('says that a server asks when it does', async () => {
    const {fetch, sent} = createFakeFetch(200, seed.unavailableAnswer);
    const client = new MonitoringClient({...settings, fetch});
    await client.report({vid: 'v', sid: 's', obh: true, engagementAttributes: attributes});
    expect(sent[0]?.url.search).to.equal('?v=1.1&vid=v&sid=s&obh=true');
  });

  for (const [missing, ids] of [
    ['vid', {sid: 's'}],
    ['sid', {vid: 'v'}],
  ] as const) {
    it(`refuses to be sent without a ${missing}`, async () => {
      const {fetch, sent} = createFakeFetch(200, seed.unavailableAnswer);
      const client = new MonitoringClient({...settings, fetch});
      const error = (await rejection(client.report({...ids, engagementAttributes: []} as never))) as Error;
      expect(error).to.be.instanceOf(ConfigurationError).with.property('setting', missing);
      expect(error.message).to.equal(`Expected ${missing} to be an id of an answer, got nothing`);
      expect(sent).to.have.lengthOf(0);
    });
  }

  for (const [title, page, body] of [
    ['of a page', {pageId: '7'}, {pageId: '7', engagementAttributes: attributes}],
    ['of no page', {}, {engagementAttributes: attributes}],
  ] as const) {
    it(`sends an impression ${title}`, async () => {
      const {fetch, sent} = createFakeFetch(200, seed.unavailableAnswer);
      const client = new MonitoringClient({...settings, fetch});
      const [impression] = attributes as [(typeof attributes)[0]];
      await client.reportImpression(impression, {vid: 'v', sid: 's', ...page});
      expect(sent[0]?.body).to.deep.equal(body);
    });
  }

  it('is taken by a server for the session of the last engagement', async () => {
    const account = createAccount();
    const client = new MonitoringClient({...account, host: account.apiHost});
    const {visitorId: vid, sessionId: sid} = await client.engage();
    expect(await client.report({vid, sid, engagementAttributes: attributes})).to.include({
      visitorId: vid,
      sessionId: sid,
    });
  });
});
