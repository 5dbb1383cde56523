import {expect} from '@open-wc/testing';
import {HttpStatusError, MalformedAnswerError} from '../../../src/http/errors.js';
import {lookUpHost} from '../../../src/vendors/liveperson/host-look-up.js';
import {createAccount} from '../../support/servers/account.js';
import {createFakeFetch} from '../../support/fakes/fake-fetch.js';
import {rejection} from '../../support/rejection.js';

describe('lookUpHost', () => {
  it('asks the Domain API for the service "smt"', async () => {
    const {fetch, sent} = createFakeFetch(200, {service: 'smt', account: '12345678', baseURI: 'lo.v.liveperson.net'});
    expect(await lookUpHost('12345678', {fetch})).to.equal('lo.v.liveperson.net');
    expect(sent[0]?.url.href).to.equal(
      'https://api.liveperson.net/api/account/12345678/service/smt/baseURI.json?version=1.0',
    );
  });

  it('finds the host that the Domain API really answers', async () => {
    const {accountId, apiHost} = createAccount();
    expect(await lookUpHost(accountId, {domainApi: apiHost})).to.equal(new URL(apiHost).host);
  });

  for (const baseURI of [
    '',
    'https://lo.v.liveperson.net',
    'lo.v.liveperson.net/evil',
    'user@evil.example',
    7,
    undefined,
  ]) {
    it(`refuses ${baseURI === undefined ? 'nothing' : JSON.stringify(baseURI)} for a host`, async () => {
      const {fetch} = createFakeFetch(200, {baseURI});
      expect(await rejection(lookUpHost('12345678', {fetch}))).to.be.instanceOf(MalformedAnswerError);
    });
  }

  it('carries the status of a refusal', async () => {
    const {fetch} = createFakeFetch(401, {});
    const error = await rejection(lookUpHost('12345678', {fetch}));
    expect(error).to.be.instanceOf(HttpStatusError);
    expect(error).to.include({status: 401});
  });
});
