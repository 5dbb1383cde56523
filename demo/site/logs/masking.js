const mask = '••••••';

/** Names under which a person, or what opens a door, is written. */
const secretName = /^(sub|consumerid|password|secret|.*token|.*ticket|authorization|cookie|appkey|oauth_.*)$/i;

const jsonWebToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/**
 * The same value without its secrets.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function masked(value) {
  if (typeof value === 'string') return value.replace(jsonWebToken, mask);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, isSecret(name) ? mask : masked(inner)]),
  );
}

/**
 * Enough of an id to tell it from another.
 *
 * @param {string} [id]
 */
export function shortened(id) {
  if (!id) return 'none';
  return id.length > 8 ? `${id.slice(0, 6)}…` : id;
}

/** @param {string} name */
function isSecret(name) {
  return secretName.test(name);
}
