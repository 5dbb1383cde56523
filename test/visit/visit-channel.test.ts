import {expect} from '@open-wc/testing';
import {openVisitChannel, tellTabs} from '../../src/visit/visit-channel.js';
import {deniedChannels, overhear, type Overheard, withChannels} from '../support/channels.js';
import {waitUntil} from '../support/wait-until.js';

/** Channels that are counted as they are closed. */
function countCloses(): {channels: typeof BroadcastChannel; closed: readonly string[]} {
  const closed: string[] = [];
  const channels = class extends BroadcastChannel {
    override close(): void {
      closed.push(this.name);
      super.close();
    }
  };
  return {channels, closed};
}

describe('tellTabs', () => {
  let key: string;
  let other: Overheard;

  beforeEach(() => {
    key = crypto.randomUUID();
    other = overhear(`web-engagement/${key}`);
  });
  afterEach(() => other.close());

  it('tells the other tabs by a channel of its own, and closes it', async () => {
    const {channels, closed} = countCloses();
    withChannels(channels, () => tellTabs(key, 'cleared'));
    expect(closed).to.deep.equal([`web-engagement/${key}`]);
    await waitUntil(() => other.messages.length > 0, 'the other tab hears of it');
    expect(other.messages).to.deep.equal(['cleared']);
  });

  it('tells them by the channel that is open, and leaves it open', async () => {
    const open = openVisitChannel(key);
    tellTabs(key, 'changed', open);
    tellTabs(key, 'erased', open);
    await waitUntil(() => other.messages.length > 1, 'the other tab hears of both');
    expect(other.messages).to.deep.equal(['changed', 'erased']);
    open?.close();
  });

  it('tells nobody, and does not mind, where channels are denied', () => {
    withChannels(deniedChannels(/^/), () => {
      expect(openVisitChannel(key)).to.equal(undefined);
      expect(() => tellTabs(key, 'changed')).not.to.throw();
    });
  });
});
