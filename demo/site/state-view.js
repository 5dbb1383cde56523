import {element} from './markup.js';

const names = ['idle', 'connecting', 'unavailable', 'expose', 'conversation', 'accepted', 'dismissed', 'failed'];

/**
 * Lists the component's states.
 *
 * @param {HTMLElement} place
 * @returns {(name: string) => void} marks the current one
 */
export function showStates(place) {
  const items = names.map((name) => element('li', {class: `state-${name}`}, name));
  place.replaceChildren(...items);
  return (current) => {
    for (const item of items) {
      if (item.textContent === current) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    }
  };
}
