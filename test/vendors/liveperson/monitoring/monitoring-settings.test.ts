import {expect} from '@open-wc/testing';
import {
  isPlain,
  readParameters,
  type MonitoringSettings,
} from '../../../../src/vendors/liveperson/monitoring/monitoring-settings.js';

const account = {accountId: '12345678', appInstallationId: 'app', apiHost: 'va.v.liveperson.net'};
const identities = [{acr: 'loa1', sub: 'identifierForAuth'}] as const;
const said: readonly MonitoringSettings[] = [
  {identities},
  {identityProvider: () => Promise.resolve(identities)},
  {consumerId: 'uniqueIdInBrand'},
  {engagementAttributes: [{type: 'lead', lead: {value: 1}}]},
  {entryPoints: ['sec://Sport']},
  {clientProperties: {appVersion: '1.0'}},
];

describe('settings', () => {
  it('say nothing about the visitor when they only name the account', () => {
    expect(isPlain({...account, apiVersion: '1.0', retrySpread: 1, identities: undefined})).to.equal(true);
  });

  for (const settings of said) {
    it(`say something about the visitor with ${Object.keys(settings).join()}`, () => {
      expect(isPlain({...account, ...settings})).to.equal(false);
    });
  }
});

describe('what settings say about the visitor', () => {
  const {signal} = new AbortController();
  const nothing = {
    identities: undefined,
    consumerId: undefined,
    engagementAttributes: undefined,
    entryPoints: undefined,
    clientProperties: undefined,
  };

  it('is nothing when they only name the account', async () => {
    expect(await readParameters(account, signal)).to.deep.equal(nothing);
  });

  for (const {identityProvider, ...settings} of said) {
    if (identityProvider) continue;
    it(`is their ${Object.keys(settings).join()}`, async () => {
      expect(await readParameters({...account, ...settings}, signal)).to.deep.equal({...nothing, ...settings});
    });
  }

  it('has the identities of a provider in place of those that are set', async () => {
    const others = [{acr: '0', sub: 'identifierForNoAuth'}] as const;
    const settings = {...account, identities: others, identityProvider: () => Promise.resolve(identities)};
    expect(await readParameters(settings, signal)).to.deep.equal({...nothing, identities});
  });
});
