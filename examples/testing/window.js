/** What Node has, too, but a document takes only from its own window. */
const replaced = /^(Event|EventTarget|CustomEvent|MessageEvent|AbortController|AbortSignal|DOMException|navigator)$/;

/** Gives Node the globals of a window, as the environments of Vitest and Jest do by themselves. */
export function useWindow(window) {
  for (const name of namesOf(window)) {
    if (name in globalThis && !replaced.test(name)) continue;
    const value = window[name];
    const isMethod = typeof value === 'function' && /^[a-z]/.test(name);
    Object.defineProperty(globalThis, name, {value: isMethod ? value.bind(window) : value, configurable: true});
  }
}

function namesOf(object) {
  const parent = Object.getPrototypeOf(object);
  return new Set([...Object.getOwnPropertyNames(object), ...(parent ? namesOf(parent) : [])]);
}
