import {expect} from '@open-wc/testing';
import type {EngagementState} from '../../../src/engagement/state.js';
import {transition} from '../../../src/engagement/state.js';
import {MonitoringClient, type EngageParameters} from '../../../src/vendors/liveperson/monitoring/monitoring-client.js';
import {toFact} from '../../../src/vendors/liveperson/monitoring/offers.js';
import * as seed from '../../fixtures/liveperson/seed-004.js';
import {createFakeFetch} from '../../support/fakes/fake-fetch.js';

const settings = {host: 'lo.v.liveperson.net', accountId: '12345678', appInstallationId: '123'};

async function sentBody(parameters: unknown): Promise<unknown> {
  const {fetch, sent} = createFakeFetch(200, seed.unavailableAnswer);
  await new MonitoringClient({...settings, fetch}).engage(parameters as EngageParameters);
  return sent[0]?.body;
}

async function stateAfter(answer: unknown, status = 200): Promise<EngagementState> {
  const {fetch} = createFakeFetch(status, answer);
  return transition({name: 'connecting'}, toFact(await new MonitoringClient({...settings, fetch}).engage()));
}

const [details] = seed.exposeAnswer.engagementDetails;
const withDetails = (engagementDetails: unknown): unknown => ({...seed.unavailableAnswer, engagementDetails});

describe('where Monitoring API contradicts itself, the client', () => {
  it('sends osName, as the example does, for the table’s os [LM10]', async () => {
    expect(await sentBody({clientProperties: {os: 'LINUX'}})).to.deep.equal({clientProperties: {osName: 'LINUX'}});
  });

  it('sends identities as an array, as the example does, and not as text, as the table says', async () => {
    const identities = [{acr: '0', sub: 'identifierForNoAuth'}];
    expect(await sentBody({identities})).to.deep.equal({identities});
  });

  it('sends entryPoints as an array, as the example does, and not comma-delimited [LM11]', async () => {
    const entryPoints = ['sec://Sport', 'lang://English'];
    expect(await sentBody({entryPoints})).to.deep.equal({entryPoints});
  });

  it('sends engagementAttributes as an array, and not as text', async () => {
    const engagementAttributes = [{type: 'searchInfo', keywords: ['shoes']}];
    expect(await sentBody({engagementAttributes})).to.deep.equal({engagementAttributes});
  });

  it('sends v as text with its zero, though the table calls it a double', async () => {
    const {fetch, sent} = createFakeFetch(200, seed.unavailableAnswer);
    await new MonitoringClient({...settings, apiVersion: '1.0', fetch}).engage();
    expect(sent[0]?.url.searchParams.get('v')).to.equal('1.0');
  });

  for (const connectorId of [2642324112, '2642324112']) {
    it(`keeps connectorId as text when it comes as ${typeof connectorId} [LM29]`, async () => {
      const state = await stateAfter(withDetails([{...details, connectorId}]));
      expect(state.name === 'expose' && state.offer.connectorId).to.equal('2642324112');
    });
  }

  for (const convert of [Number, String]) {
    it(`takes campaignId and engagementId as ${convert.name.toLowerCase()} [LM26]`, async () => {
      const ids = {campaignId: convert(880524023), engagementId: convert(880524123)};
      const state = await stateAfter(withDetails([{...details, ...ids}]));
      expect(state.name === 'expose' && state.offer).to.include({campaignId: '880524023', engagementId: '880524123'});
    });
  }

  for (const contextId of ['1', 1]) {
    it(`takes contextId, which the table leaves out, as ${typeof contextId} [LM24]`, async () => {
      const state = await stateAfter(withDetails([{...details, contextId}]));
      expect(state.name === 'expose' && state.offer.contextId).to.equal('1');
    });
  }

  it('does without windowId and language, which the table requires and no example has', async () => {
    expect((await stateAfter(seed.exposeAnswer)).name).to.equal('expose');
  });

  it('takes windowId and language where they come [LM28]', async () => {
    const state = await stateAfter(withDetails([{...details, windowId: 77, language: 'de-DE'}]));
    expect(state.name === 'expose' && state.offer).to.include({windowId: '77', language: 'de-DE'});
  });

  it('does without pageId, which the table requires [LM32]', async () => {
    const {pageId, ...answer} = seed.exposeAnswer;
    expect(pageId).to.equal('595933432');
    expect((await stateAfter(answer)).name).to.equal('expose');
  });

  it('takes engagementDetails as an array, as the examples have it', async () => {
    expect((await stateAfter(withDetails([details]))).name).to.equal('expose');
  });

  it('takes engagementDetails as an object, as the table has it', async () => {
    expect((await stateAfter(withDetails(details))).name).to.equal('expose');
  });

  for (const none of [undefined, null, []]) {
    it(`finds no engagement in ${none === undefined ? 'absent' : JSON.stringify(none)} details`, async () => {
      expect((await stateAfter(withDetails(none))).name).to.equal('unavailable');
    });
  }

  for (const status of [200, 201]) {
    for (const [name, answer] of [
      ['expose', seed.exposeAnswer],
      ['conversation', seed.conversationAnswer],
      ['unavailable', seed.unavailableAnswer],
    ] as const) {
      it(`reads "${name}" from the body alone, also with status ${status} [LM31]`, async () => {
        expect((await stateAfter(answer, status)).name).to.equal(name);
      });
    }
  }

  it('takes a conversationId for an open conversation, whatever the status says [LM27]', async () => {
    const state = await stateAfter(withDetails([{...details, conversationId: 'c', status: 'interaction'}]));
    expect(state.name).to.equal('conversation');
  });

  it('takes a status it does not know for no engagement [LM30]', async () => {
    expect((await stateAfter(withDetails([{...details, status: 'interaction'}]))).name).to.equal('unavailable');
  });

  it('takes the first of several engagements that it can use', async () => {
    const entries = [
      {...details, status: 'later'},
      {...details, engagementId: 2},
      {...details, engagementId: 3},
    ];
    const state = await stateAfter(withDetails(entries));
    expect(state.name === 'expose' && state.offer.engagementId).to.equal('2');
  });

  it('keeps keys that it does not know', async () => {
    const {fetch} = createFakeFetch(200, {...seed.exposeAnswer, news: {of: 'tomorrow'}});
    expect(await new MonitoringClient({...settings, fetch}).engage()).to.deep.include({news: {of: 'tomorrow'}});
  });
});
