const mask = '••••••';

/** Names of fields that identify a person or give access. */
const secretName = /^(sub|consumerid|password|secret|.*token|.*ticket|authorization|cookie|appkey|oauth_.*)$/i;

const jsonWebToken = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/**
 * Copies a value with its secrets masked.
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
 * Shortens an id, so that it can still be distinguished from others.
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
