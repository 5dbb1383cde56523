import * as z from 'zod/mini';
import {checkSetting, ConfigurationError} from '../../check/configuration-error.js';

const text = z.optional(z.string());
/** Some published examples write numbers as text. They are sent as numbers. */
const digits = z.pipe(z.string().check(z.regex(/^-?\d+(\.\d+)?$/)), z.transform(Number));
const number = z.union([z.number(), digits], {error: 'number'});
const amount = z.optional(number);

const productFields = {name: text, category: text, sku: text, price: amount};
const product = z.looseObject(productFields);
const viewedProduct = z.looseObject({...productFields, statusInStock: text, quantityInStock: amount});
const products = z.array(z.looseObject({product, quantity: amount}));
const date = z.optional(z.looseObject({day: amount, month: amount, year: amount}));
const phoneTypes = ['HOME', 'MOBILE', 'WORK', 'FAX', 'MAIN', 'HOME_FAX', 'WORK_FAX', 'PAGER', 'OTHER'] as const;
const contact = z.looseObject({
  email: text,
  phone: text,
  phoneType: z.optional(z.literal(phoneTypes)),
  address: z.optional(z.looseObject({country: text, region: text})),
});

const attributeSchemas = {
  cart: z.looseObject({
    total: number,
    currency: text,
    numItems: number,
    products: z.optional(products),
  }),
  purchase: z.looseObject({
    total: amount,
    currency: text,
    orderId: text,
    cart: z.optional(z.looseObject({products, numItems: amount})),
  }),
  prodView: z.looseObject({
    currency: text,
    products: z.optional(z.array(z.looseObject({product: viewedProduct}))),
  }),
  ctmrinfo: z.looseObject({
    info: z.looseObject({
      cstatus: text,
      ctype: text,
      customerId: text,
      socialId: text,
      imei: text,
      userName: text,
      companyBranch: text,
      accountName: text,
      role: text,
      currency: text,
      balance: amount,
      companySize: amount,
      loginStatus: amount,
      lastPaymentDate: date,
      registrationDate: date,
      storeZipCode: text,
      storeNumber: text,
    }),
  }),
  mrktInfo: z.looseObject({
    info: z.looseObject({channel: amount, affiliate: text, campaignId: text}),
  }),
  personal: z.looseObject({
    personal: z.looseObject({
      firstname: text,
      lastname: text,
      company: text,
      language: text,
      gender: z.optional(z.literal(['MALE', 'FEMALE', 'OTHER'])),
      age: z.optional(z.looseObject({age: amount, year: amount, month: amount, day: amount})),
      // A list in every document except the External Engagement API, which sends a single contact.
      contacts: z.optional(z.union([z.array(contact), contact], {error: 'contact or list of contacts'})),
    }),
  }),
  lead: z.looseObject({
    lead: z.looseObject({topic: text, value: amount, currency: text, leadId: text}),
  }),
  service: z.looseObject({
    service: z.looseObject({topic: text, status: amount, category: text, serviceId: text}),
  }),
  error: z.looseObject({
    error: z.looseObject({
      contextId: text,
      message: text,
      code: text,
      level: amount,
      resolved: z.optional(z.boolean()),
    }),
  }),
  searchInfo: z.looseObject({keywords: z.optional(z.array(z.string()))}),
};

type AttributeType = keyof typeof attributeSchemas;

/**
 * What a brand reports about the visitor, in one of LivePerson's ten types (Monitoring API, Body Parameters).
 *
 * @example
 * const attribute: EngagementAttribute = {type: 'cart', total: 11.7, currency: 'EUR', numItems: 6};
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export type EngagementAttribute = {
  [Type in AttributeType]: {type: Type} & z.input<(typeof attributeSchemas)[Type]>;
}[AttributeType];

/**
 * Types of attributes that report what happened to an offer. Only `MonitoringClient.report` takes them (Monitoring API,
 * engagementAttributes).
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export const impressionTypes = ['impDisplay', 'impAccept', 'impExpanded', 'impTimeout', 'impClose'] as const;

const anyAttribute = z.array(z.looseObject({type: z.string()}));

/**
 * Checks attributes and converts them to the form that is sent. A type that is not one of the ten passes unchanged,
 * because the vendor adds types without a new version.
 *
 * @throws ConfigurationError when one is malformed, or is an impression and `allowImpressions` is not set
 */
export function checkAttributes(attributes: unknown, allowImpressions = false): readonly unknown[] {
  return checkSetting(anyAttribute, attributes, 'engagementAttributes').map((attribute, index) => {
    const {type} = attribute;
    const name = `engagementAttributes[${index}]`;
    if (!allowImpressions && (impressionTypes as readonly string[]).includes(type)) {
      throw new ConfigurationError(
        `Expected ${name} to describe the visitor, got the impression event ${type}; send it with report() instead`,
      );
    }
    return Object.hasOwn(attributeSchemas, type)
      ? checkSetting(attributeSchemas[type as AttributeType], attribute, name)
      : attribute;
  });
}
