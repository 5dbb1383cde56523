import {showAgent} from './agent-panel.js';
import {command, followEvents, isLoaded, readOffer, whenState} from './component.js';
import {Countdown} from './countdown.js';
import {byId} from './markup.js';
import {chooseScenario, followExchanges, followFrames, listScenarios, readScenario} from './sandbox-client.js';
import {showScenarios} from './scenario-picker.js';
import {showStates} from './state-view.js';
import {showStorage} from './storage-view.js';
import {showSystems} from './systems-panel.js';
import {Timeline} from './timeline.js';
import {showTransport} from './transport-switch.js';

const script = /** @type {HTMLScriptElement} */ (document.querySelector('script[data-account-id]'));
const {visitId = '', pageId = ''} = script.dataset;
const visitor = {visitId, pageId};
const timeline = new Timeline(byId('timeline'));
const countdown = new Countdown();
const markState = showStates(byId('states'));
let state = 'idle';
markState(state);
timeline.addPage();

const noteOutcome = showAgent(visitor, makeRoom);

followEvents((event) => {
  const {at, type, detail} = event;
  timeline.addEvent(event);
  if (type === 'engagement-statechange') {
    state = detail.to ?? 'idle';
    markState(state);
    countdown.stop();
  }
  if (type === 'engagement-notification') noteOutcome(detail);
  if (type === 'engagement-retry') countdown.start(at, detail.delay ?? 0, detail.attempt ?? 0);
  refreshStorage();
});

followExchanges((exchange) => {
  timeline.addExchange(exchange);
  countdown.noteRequest(exchange.at);
  refreshStorage();
});

followFrames(visitId, (frame) => timeline.addFrame(frame));

showTransport(script, visitor, {
  onChange: showTag,
  onHandover: (way, messages) => timeline.addHandover(way, messages),
});
showTag();

function showTag() {
  byId('tag').textContent = script.outerHTML
    .replace('=""', '')
    .replace(/\s+/g, '\n  ')
    .replace('\n  ', ' ')
    .replace(/\s*>/, '\n>');
}

/** The component writes a moment after it has told; so this looks now and once more. */
function refreshStorage() {
  const place = byId('storage');
  void showStorage(place);
  setTimeout(() => void showStorage(place), 500);
}

/** @param {string} text */
function notify(text) {
  byId('notice').textContent = text;
}

/** Whether the component holds back for this visitor: it would not ask, or not show what it gets. */
function isHoldingBack() {
  return countdown.isRunning || ['accepted', 'dismissed', 'failed'].includes(state);
}

/** Takes away what would keep an agent's invitation from being shown, which is what the other platform offers. */
async function makeRoom() {
  const offer = await readOffer();
  if (!offer || state === 'dismissed' || (state === 'expose' && offer.source === 'genesys')) return;
  await chooseScenario('unavailable');
  markScenario('unavailable');
  if (isHoldingBack()) await command('reset');
  notify('LivePerson has nothing to offer from now on, so that the agent’s invitation can be shown.');
  const hasRoom = whenState('unavailable');
  await command('refresh');
  await hasRoom;
}

const markScenario = showScenarios(byId('scenarios'), await listScenarios(), ({name, title}) => {
  const carries = name.startsWith('loading-account') && !name.endsWith('without-vid');
  return play(name, [
    `Chosen: ${title}.`,
    ...(carries ? ['The answer names the visitor’s vid, and the retry carries it along.'] : []),
  ]);
});
const {name = ''} = await readScenario();
markScenario(name);

/**
 * Has LivePerson answer as chosen from now on, and the component ask.
 *
 * @param {string} scenario
 * @param {string[]} remarks
 */
async function play(scenario, remarks) {
  markScenario(scenario);
  await chooseScenario(scenario);
  const isAnother = isHoldingBack();
  const renewal = 'This is a new visitor, because the one before has answered or was waiting.';
  notify([...remarks, ...(isAnother ? [renewal] : [])].join(' '));
  if (isAnother) await command('reset');
  await command('refresh');
}

byId('refresh').addEventListener('click', () => command('refresh'));
byId('reload').addEventListener('click', () => location.reload());
byId('clear').addEventListener('click', () => timeline.clear());
byId('forget').addEventListener('click', async () => {
  notificationTag.forgetVisit();
  await command('reset');
  location.reload();
});

byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(byId('tag').textContent ?? '');
  notify('The tag is in the clipboard.');
});

await showSystems(script, {
  play: (scenario, remark) => play(scenario, [remark]),
  clearAway: async () => {
    await chooseScenario('unavailable');
    markScenario('unavailable');
    // What LivePerson answered before would hold for a while.
    await command('reset');
    notify('LivePerson has nothing to offer this new visitor, so that the hand-off can be shown.');
  },
  onTagChange: showTag,
});

refreshStorage();
if (document.readyState === 'complete') warnWhenMissing();
else addEventListener('load', warnWhenMissing);

function warnWhenMissing() {
  if (!isLoaded()) notify('The component’s script is not built yet: npm run build');
}
