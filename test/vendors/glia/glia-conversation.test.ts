import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import {GliaClient} from '../../../src/vendors/glia/glia-client.js';
import {gliaEndConversation, gliaWaitTime} from '../../../src/vendors/glia/glia-conversation.js';
import * as seed from '../../fixtures/glia/seed-001.js';
import {createFakeFetch} from '../../support/fakes/fake-fetch.js';
import {rejection} from '../../support/rejection.js';

const getToken = () => 'visitor';
const offer = {id: 'glia:e1', source: 'glia'};

const waitTimeFor = (status: number, answer: unknown): Promise<number | undefined> =>
  gliaWaitTime(new GliaClient({getToken, fetch: createFakeFetch(status, answer).fetch}))();

describe('gliaWaitTime', () => {
  const cases: readonly [title: string, status: number, answer: unknown, seconds: number | undefined][] = [
    ['is the average that Glia gives, in seconds', 200, seed.waitDurationAnswer, 122],
    ['may be zero', 200, {average_duration_in_seconds: 0}, 0],
    ['is unknown when Glia has none', 200, {average_duration_in_seconds: null}, undefined],
    ['is unknown when Glia gives a negative one', 200, {average_duration_in_seconds: -1}, undefined],
    ['is unknown when Glia refuses', 403, {}, undefined],
    ['is unknown when the answer makes no sense', 200, '<html>', undefined],
  ];
  for (const [title, status, answer, seconds] of cases) {
    it(title, async () => {
      expect(await waitTimeFor(status, answer)).to.equal(seconds);
    });
  }

  it('is unknown when there is no bearer', async () => {
    const client = new GliaClient({getToken: () => Promise.reject(new Error('signed out'))});
    expect(await gliaWaitTime(client)()).to.equal(undefined);
  });
});

describe('gliaEndConversation', () => {
  it('ends the engagement that the offer names', async () => {
    const {fetch, sent} = createFakeFetch(200, seed.endAnswer);
    await gliaEndConversation(new GliaClient({getToken, fetch}))({...offer, engagementId: 'e1'});
    expect(sent[0]?.url.pathname).to.equal('/engagements/e1');
    expect(sent[0]).to.deep.include({method: 'PATCH', body: {action: 'end'}});
  });

  it('says what is missing in an offer without an engagement', async () => {
    const {fetch, sent} = createFakeFetch(200, seed.endAnswer);
    const error = await rejection(gliaEndConversation(new GliaClient({getToken, fetch}))(offer));
    expect(error).to.be.instanceOf(ConfigurationError);
    expect(sent).to.have.lengthOf(0);
  });

  it('tells when Glia refuses', async () => {
    const client = new GliaClient({getToken, fetch: createFakeFetch(403, {}).fetch});
    expect(await rejection(gliaEndConversation(client)({...offer, engagementId: 'e1'}))).to.include({status: 403});
  });
});
