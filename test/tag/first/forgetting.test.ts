import {expect} from '@open-wc/testing';
import {hearOfForgetting, type Forgetting} from '../../../src/tag/first/forgetting.js';
import {tellTabs, type VisitMessage} from '../../../src/visit/visit-channel.js';
import {waitUntil} from '../../support/wait-until.js';

describe('A page that hears from the other tabs before it has a session', () => {
  let end = new AbortController();
  let tab: BroadcastChannel;
  let key = '';
  beforeEach(() => {
    end = new AbortController();
    key = crypto.randomUUID();
    tab = new BroadcastChannel(`web-engagement/${key}`);
  });
  afterEach(() => {
    end.abort();
    tab.close();
  });

  function hear(signal = end.signal): readonly Forgetting[] {
    const heard: Forgetting[] = [];
    hearOfForgetting(key, (cause) => heard.push(cause), signal);
    return heard;
  }

  const messages: readonly (readonly [VisitMessage, readonly Forgetting[]])[] = [
    ['cleared', ['reset']],
    ['erased', ['revoke']],
    ['changed', []],
  ];
  for (const [message, causes] of messages) {
    it(`takes it for ${causes[0] ?? 'no forgetting'} when the visit was ${message}`, async () => {
      const heard = hear();
      tellTabs(key, message, tab);
      // Messages of one channel come in order, so that nothing of the first one is still to come after the second.
      tellTabs(key, 'cleared', tab);
      await waitUntil(() => heard.length > causes.length);
      expect(heard).to.deep.equal([...causes, 'reset']);
    });
  }

  it('hears nothing of another visit', async () => {
    const heard = hear();
    tellTabs(`${key}/other`, 'erased');
    tellTabs(key, 'cleared');
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(['reset']);
  });

  it('hears nothing more when it is over', async () => {
    const over = new AbortController();
    const deaf = hear(over.signal);
    const heard = hear();
    tellTabs(key, 'cleared', tab);
    await waitUntil(() => heard.length === 1);
    over.abort();
    tellTabs(key, 'erased', tab);
    await waitUntil(() => heard.length === 2);
    expect(deaf).to.deep.equal(['reset']);
  });
});
