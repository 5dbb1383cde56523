import {expect} from '@open-wc/testing';
import type {SourceFact} from '../../../../src/engagement/source.js';
import {idle} from '../../../../src/engagement/state.js';
import {askFirst} from '../../../../src/vendors/liveperson/monitoring/first-question.js';
import {withAnswer} from '../../../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {plainQuestion} from '../../../../src/vendors/liveperson/monitoring/monitoring-request.js';
import {createMonitoringSource} from '../../../../src/vendors/liveperson/monitoring/monitoring-source.js';
import {createDatabase} from '../../../../src/visit/database.js';
import {createVisitStore} from '../../../../src/visit/visit-store.js';
import {updateVisit} from '../../../../src/visit/visit-transactions.js';
import {exposeAnswer} from '../../../fixtures/liveperson/seed-004.js';
import {waitUntil} from '../../../support/wait-until.js';

describe('The first question of a page', () => {
  const controller = new AbortController();
  after(() => controller.abort());

  it('is answered by the offer that another tab got just before, and the session goes on with it', async () => {
    const {signal} = controller;
    const key = crypto.randomUUID();
    const account = {accountId: key, appInstallationId: 'app', apiHost: 'platform.example'};
    const database = createDatabase();
    const justBefore = Date.now() - 50;
    await updateVisit(key, (visit) => withAnswer(visit, exposeAnswer, plainQuestion, justBefore), database.use);

    const first = await askFirst({...account, key, database, lockName: key, signal, onHint: () => undefined});
    const facts: SourceFact[] = [];
    let asked = 0;
    const fetch = (): Promise<Response> => {
      asked += 1;
      return Promise.resolve(new Response(JSON.stringify(exposeAnswer)));
    };
    const visits = createVisitStore({key, database});
    const source = createMonitoringSource(account, {visits, lockName: key, first, fetch});
    source.start(
      (fact) => facts.push(fact),
      signal,
      () => idle,
    );
    await waitUntil(() => facts.some(({type}) => type === 'expose'), 'there is an offer');
    expect(asked).to.equal(0);
  });
});
