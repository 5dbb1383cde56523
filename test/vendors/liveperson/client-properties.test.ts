import {expect} from '@open-wc/testing';
import {toWireClientProperties} from '../../../src/vendors/liveperson/client-properties.js';

describe('clientProperties', () => {
  it('hold ipAddress where a server asks, and never from a browser', () => {
    const properties = {appVersion: '1.0', ipAddress: '192.168.5.2'};
    expect(toWireClientProperties(properties, false)).to.deep.equal(properties);
    expect(toWireClientProperties(properties, true)).to.deep.equal({appVersion: '1.0'});
  });
});
