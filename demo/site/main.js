import {showAccessibility} from './accessibility/accessibility-panel.js';
import {showAgent} from './platforms/agent-panel.js';
import {showApi} from './api/api-tables.js';
import {LadderClock} from './workbench/retry-clock.js';
import {command, followEvents, isLoaded, readVersion} from './component.js';
import {makeCopyButton} from './dom/copy-button.js';
import {EventLog} from './logs/event-log.js';
import {Inspector} from './logs/inspector.js';
import {byId} from './dom/markup.js';
import {refreshPrivacy, showPrivacy} from './privacy/privacy-panel.js';
import {followExchanges, followFrames, listScenarios, readScenario} from './sandbox-client.js';
import {showScenarios} from './workbench/scenario-picker.js';
import {showSettings} from './settings/settings-panel.js';
import {situationsOn} from './workbench/situations.js';
import {toSnippets} from './settings/snippets.js';
import {Stage} from './workbench/stage.js';
import {StateChart} from './workbench/state-chart.js';
import {showSystems} from './platforms/systems-panel.js';
import {makeTabs} from './dom/tab-list.js';
import {ThemeEditor} from './theme/theme-editor.js';
import {showTransport} from './platforms/transport-switch.js';

const script = /** @type {HTMLScriptElement} */ (document.querySelector('script[data-account-id]'));
const {visitId = '', pageId = ''} = script.dataset;
const visitor = {visitId, pageId};

const clock = new LadderClock();
const chart = new StateChart();
const inspector = new Inspector(byId('exchanges'));
const events = new EventLog();
/** @type {((name: string) => void) | undefined} */
let markScenario;
const stage = new Stage(clock, (name) => markScenario?.(name));

let way = 'script';
const showSnippet = () => {
  byId('snippet').textContent = toSnippets(script)[way] ?? '';
};
makeTabs(byId('ways'), byId('snippet-panel'), (name) => {
  way = name;
  showSnippet();
});
makeCopyButton(byId('copy-snippet'), () => byId('snippet').textContent ?? '');

const noteOutcome = showAgent(visitor, () => stage.makeRoom());

followEvents((event) => {
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
});

followExchanges((exchange) => {
  inspector.addExchange(exchange);
  clock.noteRequest(exchange.at);
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

byId('invite').addEventListener('click', async () => {
  await stage.play('expose', ['The platform invites.']);
  await command('show');
});
byId('refresh').addEventListener('click', () => command('refresh'));
byId('reload').addEventListener('click', () => location.reload());
byId('clear').addEventListener('click', () => inspector.clear());
byId('forget').addEventListener('click', async () => {
  notificationTag.forgetVisit();
  pageClock.forget();
  await command('reset');
  location.reload();
});

const situations = situationsOn(stage);
showScenarios(byId('situations'), situations, async ({title, description, play}) => {
  stage.notify(`${title}: ${description}`);
  await play();
});
markScenario = showScenarios(byId('scenarios'), await listScenarios(), ({name, group, title, description}) => {
  const carries = name.startsWith('loading-account') && !name.endsWith('without-vid');
  const remarks = carries ? ['The answer names the visitor’s vid, and the retry carries it along.'] : [];
  // An invitation that is on the page stays until the platform says otherwise.
  return stage.play(name, [`${title}: ${description}`, ...remarks], group === 'Retries');
});
const {name = ''} = await readScenario();
markScenario(name);

await showSystems(script, stage, showSnippet);

if (document.readyState === 'complete') greet();
else addEventListener('load', greet);

function greet() {
  if (isLoaded()) byId('version').textContent = `Version ${readVersion()}`;
  else stage.notify('The component’s script is not built yet: npm run build');
}
