import {showAccessibility} from './accessibility/accessibility-panel.js';
import {showApi} from './api/api-tables.js';
import {command, followEvents, isLoaded, readVersion, whenState} from './component.js';
import {makeCopyButton} from './dom/copy-button.js';
import {byId} from './dom/markup.js';
import {makeTabList} from './dom/tab-list.js';
import {EventLog} from './logs/event-log.js';
import {Inspector} from './logs/inspector.js';
import {showAgent} from './platforms/agent-panel.js';
import {showSystems} from './platforms/systems-panel.js';
import {showTransport} from './platforms/transport-switch.js';
import {refreshPrivacy, showPrivacy} from './privacy/privacy-panel.js';
import {followFrames, followRequests, listScenarios, readScenario} from './sandbox-client.js';
import {pageClock, script, shop} from './shop-frame.js';
import {showSettings} from './settings/settings-panel.js';
import {toSnippets} from './settings/snippets.js';
import {ThemeEditor} from './theme/theme-editor.js';
import {RetryClock} from './workbench/retry-clock.js';
import {showScenarios} from './workbench/scenario-picker.js';
import {situationsOn} from './workbench/situations.js';
import {Stage} from './workbench/stage.js';
import {StateChart} from './workbench/state-chart.js';

/**
 * @import {EngagementEvent} from './component.js'
 * @import {Choice} from './workbench/scenario-picker.js'
 */

const {visitId = '', pageId = ''} = script.dataset;
const visitor = {visitId, pageId};

/** The scenarios that show most. */
const handy = ['expose', 'conversation', 'unavailable', 'server-error', 'Agent invites', 'Hand-off link'];

const clock = new RetryClock();
const chart = new StateChart();
const inspector = new Inspector(byId('requests'));
const events = new EventLog();
/** @type {((name: string) => void) | undefined} */
let markScenario;
const stage = new Stage(clock, (name) => markScenario?.(name));
const showSnippet = makeSnippets();
const noteOutcome = showAgent(visitor, () => stage.makeRoom());

followEvents(noteEvent);
followRequests((request) => {
  inspector.addRequest(request);
  clock.noteRequest(request.at);
  refreshPrivacy();
});
followFrames(visitId, (frame) => inspector.addFrame(frame));

showTransport(script, visitor, {
  onChange: showSnippet,
  onHandover: (name, messages) => inspector.addHandover(name, messages),
});
showSettings(byId('settings-fields'), showSnippet);
showPrivacy((remark) => {
  byId('privacy-remark').textContent = remark;
});
showAccessibility();
void new ThemeEditor();
void showApi();
makeButtons();

// An invitation for every page of a visit comes to the tab that was used last, and the shop is only a part of this one.
for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => shop.dispatchEvent(new Event('focus')));

/** @type {(Choice & {play?: () => unknown})[]} */
const choices = [...(await listScenarios()), ...situationsOn(stage)];
markScenario = showScenarios(byId('scenarios'), choices, handy, async (chosen) => {
  const {name, group, title, description, play} = chosen;
  if (play) {
    stage.notify(`${title}: ${description}`);
    return play();
  }
  const namesVid = name.startsWith('loading-account') && !name.endsWith('without-vid');
  const remarks = namesVid ? ['The answer names the visitor’s vid, and the retry sends it.'] : [];
  // An invitation on the page would stay during retries.
  return stage.play(name, [`${title}: ${description}`, ...remarks], group === 'Retries');
});
const {name = ''} = await readScenario();
markScenario(name);

await showSystems(script, stage, showSnippet);

if (shop.document.readyState === 'complete') showVersion();
else shop.addEventListener('load', showVersion);

/** @returns {() => void} updates the snippet */
function makeSnippets() {
  const snippet = byId('snippet');
  let framework = 'script';
  const show = () => {
    snippet.textContent = toSnippets(script)[framework] ?? '';
  };
  makeTabList(byId('ways'), byId('snippet-panel'), (name) => {
    framework = name;
    show();
  });
  makeCopyButton(byId('copy-snippet'), () => snippet.textContent ?? '');
  return show;
}

/** @param {EngagementEvent} event */
function noteEvent(event) {
  const {type, detail} = event;
  inspector.noteEvent(event);
  events.add(event);
  if (type === 'engagement-statechange') {
    stage.state = detail.to ?? 'idle';
    chart.note(event);
    clock.stop();
  }
  if (type === 'engagement-notification') noteOutcome(detail);
  if (type === 'engagement-retry') clock.start(event);
  refreshPrivacy();
}

function makeButtons() {
  byId('invite').addEventListener('click', async () => {
    // On a phone, the shop may be out of sight, and the invitation is only a bubble.
    byId('shop').scrollIntoView({block: 'nearest'});
    const isInvited = whenState('expose');
    await stage.play('expose', ['The platform invites.'], true);
    await isInvited;
    await command('show');
  });
  byId('refresh').addEventListener('click', () => command('refresh'));
  byId('reload').addEventListener('click', () => location.reload());
  byId('clear').addEventListener('click', () => inspector.clear());
  byId('forget').addEventListener('click', async () => {
    notificationSettings.forgetVisit();
    pageClock.forget();
    await command('reset');
    location.reload();
  });
}

function showVersion() {
  if (isLoaded()) byId('version').textContent = `Version ${readVersion()}`;
  else stage.notify('The component’s script is not built yet: npm run build');
}
