import {isObject, type JsonObject} from '../../http/json.js';

const impressionTypes = new Set(['impDisplay', 'impAccept', 'impExpanded', 'impTimeout', 'impClose']);
const deviceFamilies = new Set(['DESKTOP', 'TABLET', 'MOBILE']);
const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${byte}(?:\\.${byte}){3}$`);
const operatingSystems = new Set(['WINDOWS', 'MAC_OSX', 'LINUX', 'IOS', 'ANDROID']);

/** Name of the first field of an engagement request that the platform would refuse. */
export function findInvalid(body: JsonObject): string | undefined {
  return Object.entries(checks).find(([name, isValid]) => body[name] !== undefined && !isValid(body[name]))?.[0];
}

/** The types of engagement attributes that report the outcome of an invitation. */
export function impressionsOf({engagementAttributes}: JsonObject): readonly JsonObject[] {
  const attributes = Array.isArray(engagementAttributes) ? (engagementAttributes as readonly JsonObject[]) : [];
  return attributes.filter(({type}) => impressionTypes.has(String(type)));
}

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  consumerId: isFilled,
  identities: (value) => isListOf(value, isIdentity),
  clientProperties: isClientProperties,
  entryPoints: (value) => isListOf(value, isFilled),
  engagementAttributes: (value) => isListOf(value, isAttribute),
};

function isIdentity(value: unknown): boolean {
  if (!isObject(value)) return false;
  const {iss = '', acr, sub} = value;
  return typeof iss === 'string' && (acr === '0' || acr === 'loa1') && isFilled(sub);
}

function isClientProperties(value: unknown): boolean {
  if (!isObject(value)) return false;
  const {deviceFamily = 'DESKTOP', osName = 'LINUX', os = 'LINUX', ipAddress = '127.0.0.1'} = value;
  const isSystem = [os, osName].every((system) => operatingSystems.has(String(system)));
  return isSystem && deviceFamilies.has(String(deviceFamily)) && ipv4.test(String(ipAddress));
}

// Undocumented types pass, because it is not known what the platform does with them.
function isAttribute(value: unknown): boolean {
  if (!isObject(value) || !isFilled(value.type)) return false;
  const type = value.type;
  if (impressionTypes.has(type)) return isImpression(value);
  return attributeChecks.get(type)?.(value) ?? true;
}

const attributeChecks = new Map<string, (attribute: JsonObject) => boolean>(
  Object.entries({
    cart: ({total, numItems, products}) => isNumber(total) && isNumber(numItems) && isListOf(products, isProductLine),
    purchase: ({cart}) => cart === undefined || (isObject(cart) && isListOf(cart.products, isProductLine)),
    prodView: ({products}) => isListOf(products, isProductLine),
    ctmrinfo: ({info}) => isObject(info),
    mrktInfo: ({info}) => isObject(info),
    personal: ({personal}) => isObject(personal),
    lead: ({lead}) => isObject(lead),
    service: ({service}) => isObject(service),
    error: ({error}) => isObject(error),
    searchInfo: ({keywords}) => isListOf(keywords, isFilled),
  }),
);

function isImpression({type, campaign, engId, revision, eContext}: JsonObject): boolean {
  const isAboutContext = type === 'impDisplay' || type === 'impAccept';
  return [campaign, engId, revision].every(isNumber) && (!isAboutContext || isListOf(eContext, isContext));
}

function isContext(value: unknown): boolean {
  return isObject(value) && value.type === 'engagementContext' && isFilled(value['id']);
}

function isProductLine(value: unknown): boolean {
  return isObject(value) && isObject(value['product']);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}
