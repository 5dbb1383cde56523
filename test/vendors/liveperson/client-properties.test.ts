import {expect} from '@open-wc/testing';
import {checkClientProperties} from '../../../src/vendors/liveperson/client-properties.js';

describe('clientProperties', () => {
  it('hold ipAddress where a server asks, and never from a browser [LM9]', () => {
    const properties = {appVersion: '1.0', ipAddress: '192.168.5.2'};
    expect(checkClientProperties(properties, false)).to.deep.equal(properties);
    expect(checkClientProperties(properties, true)).to.deep.equal({appVersion: '1.0'});
  });
});
