import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import {
  impressionTypes,
  checkAttributes,
  type EngagementAttribute,
} from '../../../src/vendors/liveperson/engagement-attributes.js';

const product = {name: 'shoe', category: 'women', sku: 's-1', price: 9.5};

const attributes: readonly EngagementAttribute[] = [
  {type: 'cart', total: 19, currency: 'USD', numItems: 2, products: [{product, quantity: 2}]},
  {type: 'purchase', total: 19, currency: 'USD', orderId: 'o', cart: {products: [{product, quantity: 2}], numItems: 2}},
  {type: 'prodView', currency: 'USD', products: [{product: {...product, statusInStock: 'few', quantityInStock: 3}}]},
  {
    type: 'ctmrinfo',
    info: {
      cstatus: 'gold',
      ctype: 'vip',
      customerId: '138766AC',
      socialId: '11256324780',
      imei: '3543546543545688',
      userName: 'user000',
      companyBranch: 'north',
      accountName: 'bank',
      role: 'broker',
      currency: 'USD',
      balance: -400.99,
      companySize: 500,
      loginStatus: 1,
      lastPaymentDate: {day: 15, month: 10, year: 2026},
      registrationDate: {day: 23, month: 5, year: 2020},
      storeZipCode: '20505',
      storeNumber: '123865',
    },
  },
  {type: 'mrktInfo', info: {channel: 1, affiliate: 'Yahoo', campaignId: 'US NE Pro'}},
  {
    type: 'personal',
    personal: {
      firstname: 'John',
      lastname: 'Doe',
      company: 'company',
      language: 'en-US',
      gender: 'OTHER',
      age: {age: 34, year: 1992, month: 4, day: 15},
      contacts: [{email: 'e', phone: '1', phoneType: 'WORK', address: {country: 'US', region: 'NY'}}],
    },
  },
  {type: 'lead', lead: {topic: 'loan', value: 10_000, currency: 'USD', leadId: 'xyz'}},
  {type: 'service', service: {topic: 'order', status: 1, category: 'purchase', serviceId: 'service'}},
  {type: 'error', error: {contextId: 'form', message: 'zip', code: 'er100', level: 1, resolved: false}},
  {type: 'searchInfo', keywords: ['shoes', 'red']},
];

describe('engagement attributes', () => {
  it('are of ten types', () => {
    expect(new Set(attributes.map(({type}) => type)).size).to.equal(10);
  });

  for (const attribute of attributes) {
    it(`of type ${attribute.type} reach the wire as they are [LM15]`, () => {
      expect(checkAttributes([attribute])).to.deep.equal([attribute]);
    });
  }

  for (const gender of ['MALE', 'FEMALE', 'OTHER']) {
    it(`may name the gender ${gender} [LM17]`, () => {
      const attribute = {type: 'personal', personal: {gender}};
      expect(checkAttributes([attribute])).to.deep.equal([attribute]);
    });
  }

  // The document calls them ImpressionEvent.
  for (const type of impressionTypes) {
    it(`refuse the impression event ${type}, and say where it belongs [LM12]`, () => {
      expect(() => checkAttributes([{type, campaign: 1, engId: 2, revision: 3}])).to.throw(
        ConfigurationError,
        `Expected engagementAttributes[0] to describe the visitor, got the impression event ${type}; send it with report()`,
      );
    });

    it(`let the impression event ${type} through in a report`, () => {
      const event = {type, campaign: 1, engId: 2, revision: 3};
      expect(checkAttributes([event], true)).to.deep.equal([event]);
    });
  }

  it('take numbers that are written as text, as some published examples do', () => {
    const given = [
      {type: 'mrktInfo', info: {channel: '1'}},
      {type: 'lead', lead: {value: '20.0'}},
    ];
    expect(checkAttributes(given)).to.deep.equal([
      {type: 'mrktInfo', info: {channel: 1}},
      {type: 'lead', lead: {value: 20}},
    ]);
  });

  it('keep fields and types that are not known here', () => {
    const given = [
      {type: 'lead', lead: {}, extra: 1},
      {type: 'weather', sky: 'blue'},
    ];
    expect(checkAttributes(given)).to.deep.equal(given);
  });

  for (const [title, given, message] of [
    [
      'a cart without total',
      {type: 'cart', numItems: 1},
      'engagementAttributes[0]: total: expected number, got nothing',
    ],
    [
      'a price in words',
      {type: 'cart', numItems: 1, total: 'much'},
      'engagementAttributes[0]: total: expected number, got string',
    ],
    [
      'an unknown gender',
      {type: 'personal', personal: {gender: 'X'}},
      'personal.gender: expected MALE or FEMALE or OTHER, got string',
    ],
    [
      'fields that are not nested as the examples nest them',
      {type: 'ctmrinfo', customerId: 'c'},
      'info: expected object, got nothing',
    ],
    ['no type', {total: 3}, 'engagementAttributes: 0.type: expected string, got nothing'],
  ] as const) {
    it(`refuse ${title} [LM16]`, () => {
      expect(() => checkAttributes([given])).to.throw(ConfigurationError, message);
    });
  }
});
