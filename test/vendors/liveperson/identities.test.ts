import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import {checkSubject, createAnonymousSubject, checkIdentities} from '../../../src/vendors/liveperson/identities.js';

const refused: readonly [rule: string, subjects: readonly string[]][] = [
  [
    'unguessable, got an e-mail address',
    ['jane@brand.example', 'J.Doe+chat@mail.brand.example', ' jane@brand.example '],
  ],
  [
    'unguessable, got a phone number',
    ['+972 737004000', '+49 (0)30 123456', '0049301234567', '(212) 555-0100', '030 1234567', 'tel:+15550100'],
  ],
  [
    'innumerable, got a serial number',
    ['1', '1001', '20261121000042', 'user1001', 'CUST-000123', 'id_42', 'customer #7'],
  ],
  ['unique per user, got a placeholder', ['anonymous', 'Guest', 'undefined', 'null', 'test', '[object Object]']],
  ['set, got nothing', ['', '   ']],
];

const accepted = [
  '3f2b8c1e-9d47-4c0a-8f5e-2b7a6d1c0e94',
  '9b74c9897bac770ffc029102a200c5de',
  'identifierForAuth',
  'uniqueIdInBrand',
  '5HUvbGvAaVTzVHV4T5Nt8Q',
  createAnonymousSubject(),
];

const toToken = (payload: object): string =>
  ['{}', JSON.stringify(payload), 'signature'].map((part) => btoa(part).replaceAll('=', '')).join('.');

describe('identities (Monitoring API, Security considerations)', () => {
  for (const [rule, subjects] of refused) {
    for (const subject of subjects) {
      it(`must be ${rule}: ${JSON.stringify(subject)} [LM13]`, () => {
        expect(() => checkSubject(subject, 'consumerId')).to.throw(
          ConfigurationError,
          `Expected consumerId to be ${rule};`,
        );
      });
    }
  }

  for (const subject of accepted) {
    it(`may be ${subject}`, () => {
      expect(checkIdentities([{acr: '0', sub: subject}])).to.deep.equal([{acr: '0', sub: subject}]);
    });
  }

  it('are not repeated in the error that refuses them', () => {
    expect(() => checkSubject('jane@brand.example', 'consumerId'))
      .to.throw()
      .with.property('message')
      .that.does.not.contain('jane');
  });

  it('name the place of the one that is refused', () => {
    const identities = [
      {acr: '0', sub: 'identifierForNoAuth'},
      {acr: 'loa1', sub: '1001'},
    ];
    expect(() => checkIdentities(identities)).to.throw('Expected identities[1].sub to be innumerable');
  });

  for (const [title, identity, message] of [
    ['without sub', {acr: '0'}, 'Cannot use identities: 0.sub: expected string, got nothing'],
    [
      'with another acr than 0 and loa1',
      {acr: 'loa2', sub: 'identifierForAuth'},
      'Cannot use identities: 0.acr: expected 0 or loa1, got string',
    ],
    ['without acr', {sub: 'identifierForAuth'}, 'Cannot use identities: 0.acr: expected 0 or loa1, got nothing'],
  ] as const) {
    it(`are refused ${title} [LM6]`, () => {
      expect(() => checkIdentities([identity])).to.throw(ConfigurationError, message);
    });
  }

  describe('with a token', () => {
    it('are taken when they are its sub, and the token stays here', () => {
      const sub = 'Zoë-5HUvbGvAaVTz';
      const payload = JSON.stringify({sub});
      const jwt = `e30.${btoa(String.fromCharCode(...new TextEncoder().encode(payload)))}.x`;
      expect(checkIdentities([{acr: 'loa1', sub, jwt}])).to.deep.equal([{acr: 'loa1', sub}]);
    });

    for (const [title, jwt] of [
      ['of somebody else', toToken({sub: 'somebodyElse'})],
      ['without sub', toToken({})],
      ['that is none', 'garbage'],
    ] as const) {
      it(`are refused with one ${title} [LM14]`, () => {
        expect(() => checkIdentities([{acr: 'loa1', sub: 'identifierForAuth', jwt}])).to.throw(
          ConfigurationError,
          'to be the "sub" of its JWT',
        );
      });
    }
  });

  it('for visitors who are not authenticated are 128 random bits', () => {
    const subjects = new Set(Array.from({length: 1_000}, () => createAnonymousSubject()));
    expect(subjects.size).to.equal(1_000);
    for (const subject of subjects) expect(subject).to.match(/^[\da-f]{32}$/);
  });
});
