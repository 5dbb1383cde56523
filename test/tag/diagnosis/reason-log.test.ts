import {expect} from '@open-wc/testing';
import '../../../src/element/define.js';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {createOffer, createScriptedSource, type ScriptedSource} from '../../support/fakes/scripted-source.js';
import {waitUntil} from '../../support/wait-until.js';

describe('With debug, the console', () => {
  let element: WebEngagementElement;
  let source: ScriptedSource;
  let lines: string[];
  const write = console.debug;

  beforeEach(() => {
    lines = [];
    console.debug = (line: string) => void lines.push(line);
    source = createScriptedSource();
    element = document.createElement('web-engagement');
    Object.assign(element, {accountId: crypto.randomUUID(), sources: [source], debug: true, locale: 'en'});
    element.setAttribute('open-in', 'event');
  });
  afterEach(async () => {
    console.debug = write;
    await element.revokeConsent();
    element.remove();
  });

  const says = (line: RegExp): Promise<void> =>
    waitUntil(() => lines.some((it) => line.test(it)), `a line ${String(line)} in\n${lines.join('\n')}`);

  async function connect(): Promise<void> {
    document.body.append(element);
    await waitUntil(() => source.starts.length > 0, 'the source is asked');
  }

  it('says why there is no invitation, with the fact that led to it', async () => {
    await connect();
    source.say({type: 'unavailable', source: source.name});
    await says(/: unavailable → unavailable; The platform offers nothing to this visitor on this page$/);
    expect(lines[0]).to.equal('<web-engagement>: start → connecting; The platform has not answered yet');
  });

  it('says what keeps an invitation from being seen, and when it can be', async () => {
    element.delay = 0.05;
    await connect();
    source.say({type: 'expose', offer: createOffer('1')});
    await says(/: expose → expose; /);
    await says(/: expose; The invitation waits for its delay to pass$/);
    await says(/: expose; The card, or the panel, can be seen$/);
    element.hide();
    await says(/: expose; The card is folded into the launcher$/);
  });

  it('says that the visitor has not agreed, before anything happens', async () => {
    element.consent = 'required';
    document.body.append(element);
    await says(/: idle; The visitor has not agreed yet/);
  });

  it('says the same reason once', async () => {
    await connect();
    source.say({type: 'unavailable', source: source.name});
    await says(/offers nothing/);
    element.locale = 'de';
    await element.updateComplete;
    source.say({type: 'trouble', error: new Error('Refused')});
    await says(/: trouble → unavailable \(Refused\)$/);
    expect(lines.filter((line) => /offers nothing/.test(line))).to.have.lengthOf(1);
  });
});
