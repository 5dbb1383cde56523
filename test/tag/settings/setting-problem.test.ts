import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import {toTagProblem} from '../../../src/tag/settings/setting-problem.js';

describe('toTagProblem', () => {
  it('names the attribute in place of the option, and keeps the advice there is', () => {
    const error = new ConfigurationError('Expected apiHost to be a host name, got "x/y"; leave it out', 'apiHost');
    const problem = toTagProblem(error);
    expect(problem).to.be.instanceOf(ConfigurationError);
    expect(problem).to.include({
      message: 'Expected api-host to be a host name, got "x/y"; leave it out',
      setting: 'api-host',
    });
  });

  it('says where the attribute is written when there is no advice yet', () => {
    const error = new ConfigurationError('Expected accountId to be your LivePerson site id, got nothing', 'accountId');
    expect(toTagProblem(error).message).to.equal(
      'Expected account-id to be your LivePerson site id, got nothing; write account-id="…" on <web-engagement>, or data-account-id="…" on the script tag',
    );
  });

  it('knows an error of a file that brings its own error classes', () => {
    const error = Object.assign(new Error('Expected visitId to name the visit; ask for it'), {
      name: 'ConfigurationError',
      setting: 'visitId',
    });
    expect(toTagProblem(error).message).to.equal('Expected visit-id to name the visit; ask for it');
  });

  for (const error of [
    new Error('no network'),
    new ConfigurationError('Cannot use identities: expected array, got string'),
    new ConfigurationError('Expected getToken to be a function', 'getToken'),
  ]) {
    it(`leaves "${error.message}" as it is`, () => {
      expect(toTagProblem(error)).to.equal(error);
    });
  }
});
