import {setAll, setProperty} from '../component.js';
import {byId, element} from '../dom/markup.js';
import {chooseHandoff, listHandoffs} from '../sandbox-client.js';

/** @import {Stage} from '../workbench/stage.js' */

/**
 * Lets hand-offs, wait times and ends of conversations be chosen.
 *
 * @param {HTMLScriptElement} script the component's tag
 * @param {Stage} stage
 * @param {() => void} onTagChange
 */
export async function showSystems(script, stage, onTagChange) {
  const handoffs = await listHandoffs();
  const select = /** @type {HTMLSelectElement} */ (byId('handoff'));
  select.append(...handoffs.map(({name, title}) => element('option', {value: name}, title)));
  const describe = () => {
    const {description} = handoffs.find(({name}) => name === select.value) ?? {};
    byId('handoff-text').textContent = description ?? 'The page has no hand-off-url.';
  };

  follow('handoff', async (name) => {
    describe();
    if (name) await chooseHandoff(name);
    systemsTag.fillHandoff(script);
    onTagChange();
    // An invitation that is there already would stay.
    if (name) await stage.clearAway();
    await setAll(['handoffUrl'], {handoffUrl: systemsTag.handoffUrl});
  });
  follow('wait', async (name, before) => {
    await setProperty('waitTime', systemsTag.waitTime);
    await stage.play('expose', ['LivePerson invites, so that the wait has something to stand on.']);
    // The component asks once a minute, whomever; a new page asks anew.
    if (name && before) location.reload();
  });
  follow('ending', async () => {
    await setProperty('endConversation', systemsTag.endConversation);
    await stage.play('conversation', ['LivePerson has an open conversation, so that there is something to end.']);
  });
  describe();
}

/**
 * Shows what is chosen, and keeps what is chosen anew.
 *
 * @param {SystemName} name
 * @param {(choice: string, before: string) => Promise<void>} change
 */
function follow(name, change) {
  const select = /** @type {HTMLSelectElement} */ (byId(name));
  select.value = systemsTag.read(name);
  select.addEventListener('change', () => {
    const before = systemsTag.read(name);
    systemsTag.write(name, select.value);
    void change(select.value, before);
  });
}
