import {setSettings, setProperty} from '../component.js';
import {byId, element} from '../dom/markup.js';
import {chooseHandoff, listHandoffs} from '../sandbox-client.js';

/** @import {Stage} from '../workbench/stage.js' */

/**
 * Lets the reader choose the hand-off, the wait and the end of conversations.
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
    byId('handoff-text').textContent = description ?? 'The page sets no handoff-url.';
  };

  follow('handoff', async (name) => {
    describe();
    if (name) await chooseHandoff(name);
    platformSettings.fillHandoff(script);
    onTagChange();
    // An invitation that is already shown would stay.
    if (name) await stage.makeRoomForHandoff();
    await setSettings(['handoffUrl'], {handoffUrl: platformSettings.handoffUrl});
  });
  follow('wait', async (name, before) => {
    await setProperty('waitTime', platformSettings.waitTime);
    await stage.play('expose', ['LivePerson invites, so that a card can show the wait time.']);
    // The component asks once a minute, whatever the function. A new page asks at once.
    if (name && before) location.reload();
  });
  follow('ending', async () => {
    await setProperty('endConversation', platformSettings.endConversation);
    await stage.play('conversation', ['LivePerson reports an open conversation, which the visitor can end.']);
  });
  describe();
}

/**
 * Shows the stored choice of a field, and stores each new one.
 *
 * @param {PlatformSetting} name
 * @param {(choice: string, before: string) => Promise<void>} change
 */
function follow(name, change) {
  const select = /** @type {HTMLSelectElement} */ (byId(name));
  select.value = platformSettings.read(name);
  select.addEventListener('change', () => {
    const before = platformSettings.read(name);
    platformSettings.write(name, select.value);
    void change(select.value, before);
  });
}
