/**
 * Makes buttons with `role="tab"` work as tabs of one panel. The arrow keys, Home and End move between them.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement} panel
 * @param {(name: string) => void} choose gets the `data-tab` of the chosen tab
 */
export function makeTabList(list, panel, choose) {
  const tabs = [...list.querySelectorAll('button')];
  const select = (/** @type {HTMLButtonElement} */ chosen) => {
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', chosen.id);
    choose(chosen.dataset['tab'] ?? '');
  };
  for (const tab of tabs) tab.addEventListener('click', () => select(tab));
  list.addEventListener('keydown', (event) => {
    const target = neighbour(tabs, event);
    if (!target) return;
    event.preventDefault();
    target.focus();
    select(target);
  });
  const [first] = tabs;
  if (first) select(first);
}

/**
 * Finds the tab to which a key leads.
 *
 * @param {HTMLButtonElement[]} tabs
 * @param {KeyboardEvent} event
 */
function neighbour(tabs, {key, target}) {
  const from = tabs.indexOf(/** @type {HTMLButtonElement} */ (target));
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const places = new Map([
    [forward, (from + 1) % tabs.length],
    [back, (from - 1 + tabs.length) % tabs.length],
    ['Home', 0],
    ['End', tabs.length - 1],
  ]);
  return tabs[places.get(key) ?? -1];
}
