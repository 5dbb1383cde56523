type Fields = Readonly<Record<string, unknown>>;

const impressionTypes = new Set(['impDisplay', 'impAccept', 'impExpanded', 'impTimeout', 'impClose']);
const deviceFamilies = new Set(['DESKTOP', 'TABLET', 'MOBILE']);
const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4 = new RegExp(`^${byte}(?:\\.${byte}){3}$`);
const operatingSystems = new Set(['WINDOWS', 'MAC_OSX', 'LINUX', 'IOS', 'ANDROID']);

/** The body as an object, if it is one. */
export function parseFields(body: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Name of the first part of the body that the platform would refuse. */
export function findInvalid(body: Fields): string | undefined {
  return Object.entries(checks).find(([name, isValid]) => body[name] !== undefined && !isValid(body[name]))?.[0];
}

/** The engagement attributes that are events about an invitation. */
export function impressionsOf({engagementAttributes}: Fields): readonly Fields[] {
  const attributes = Array.isArray(engagementAttributes) ? (engagementAttributes as readonly Fields[]) : [];
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
  if (!isFields(value)) return false;
  const {iss = '', acr, sub} = value;
  return typeof iss === 'string' && (acr === '0' || acr === 'loa1') && isFilled(sub);
}

function isClientProperties(value: unknown): boolean {
  if (!isFields(value)) return false;
  const {deviceFamily = 'DESKTOP', osName = 'LINUX', os = 'LINUX', ipAddress = '127.0.0.1'} = value;
  const isSystem = [os, osName].every((system) => operatingSystems.has(String(system)));
  return isSystem && deviceFamilies.has(String(deviceFamily)) && ipv4.test(String(ipAddress));
}

// Types that the documentation does not know pass: nobody has recorded what the platform does with them.
function isAttribute(value: unknown): boolean {
  if (!isFields(value) || !isFilled(value.type)) return false;
  const type = value.type;
  if (impressionTypes.has(type)) return isImpression(value);
  return attributeChecks.get(type)?.(value) ?? true;
}

const attributeChecks = new Map<string, (attribute: Fields) => boolean>(
  Object.entries({
    cart: ({total, numItems, products}) => isNumber(total) && isNumber(numItems) && isListOf(products, isProductLine),
    purchase: ({cart}) => cart === undefined || (isFields(cart) && isListOf(cart.products, isProductLine)),
    prodView: ({products}) => isListOf(products, isProductLine),
    ctmrinfo: ({info}) => isFields(info),
    mrktInfo: ({info}) => isFields(info),
    personal: ({personal}) => isFields(personal),
    lead: ({lead}) => isFields(lead),
    service: ({service}) => isFields(service),
    error: ({error}) => isFields(error),
    searchInfo: ({keywords}) => isListOf(keywords, isFilled),
  }),
);

function isImpression({type, campaign, engId, revision, eContext}: Fields): boolean {
  const isAboutContext = type === 'impDisplay' || type === 'impAccept';
  return [campaign, engId, revision].every(isNumber) && (!isAboutContext || isListOf(eContext, isContext));
}

function isContext(value: unknown): boolean {
  return isFields(value) && value.type === 'engagementContext' && isFilled(value['id']);
}

function isProductLine(value: unknown): boolean {
  return isFields(value) && isFields(value['product']);
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

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
