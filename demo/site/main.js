import {command, followEvents, isLoaded} from './component.js';
import {Countdown} from './countdown.js';
import {byId} from './markup.js';
import {chooseScenario, followExchanges, listScenarios, readScenario} from './sandbox-client.js';
import {showScenarios} from './scenario-picker.js';
import {showStates} from './state-view.js';
import {showStorage} from './storage-view.js';
import {Timeline} from './timeline.js';

const timeline = new Timeline(byId('timeline'));
const countdown = new Countdown();
const markState = showStates(byId('states'));
let state = 'idle';
markState(state);
timeline.addPage();

followEvents((event) => {
  const {at, type, detail} = event;
  timeline.addEvent(event);
  if (type === 'engagement-statechange') {
    state = detail.to ?? 'idle';
    markState(state);
    countdown.stop();
  }
  if (type === 'engagement-retry') countdown.start(at, detail.delay ?? 0, detail.attempt ?? 0);
  refreshStorage();
});

followExchanges((exchange) => {
  timeline.addExchange(exchange);
  countdown.noteRequest(exchange.at);
  refreshStorage();
});

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

const markScenario = showScenarios(byId('scenarios'), await listScenarios(), async ({name, title}) => {
  markScenario(name);
  await chooseScenario(name);
  const carries = name.startsWith('loading-account') && !name.endsWith('without-vid');
  const remarks = [`Chosen: ${title}.`];
  if (carries) remarks.push('The answer names the visitor’s vid, and the retry carries it along.');
  if (isHoldingBack()) {
    remarks.push('This is a new visitor, because the one before has answered or was waiting.');
    await command('reset');
  }
  notify(remarks.join(' '));
  await command('refresh');
});
const {name = ''} = await readScenario();
markScenario(name);

byId('refresh').addEventListener('click', () => command('refresh'));
byId('reload').addEventListener('click', () => location.reload());
byId('clear').addEventListener('click', () => timeline.clear());
byId('forget').addEventListener('click', async () => {
  await command('reset');
  location.reload();
});

const script = [...document.scripts].find(({dataset}) => dataset.accountId);
const tag =
  script?.outerHTML.replace('=""', '').replace(/\s+/g, '\n  ').replace('\n  ', ' ').replace(/\s+>/, '\n>') ?? '';
byId('tag').textContent = tag;
byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(tag);
  notify('The tag is in the clipboard.');
});

refreshStorage();
if (document.readyState === 'complete') warnWhenMissing();
else addEventListener('load', warnWhenMissing);

function warnWhenMissing() {
  if (!isLoaded()) notify('The component’s script is not built yet: npm run build');
}
