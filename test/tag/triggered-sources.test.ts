import {expect} from '@open-wc/testing';
import {withTriggers} from '../../src/tag/triggered-sources.js';
import {attributeOf} from '../../src/tag/settings/attribute-name.js';
import {createOffer, createScriptedSource} from '../support/fakes/scripted-source.js';
import {isRendered, mount, part} from '../support/element/mount.js';
import {waitUntil} from '../support/wait-until.js';

describe('The triggers of a page', () => {
  it('leave the sources as they are where none is set', () => {
    const sources = [createScriptedSource()];
    expect(withTriggers(sources, {})).to.equal(sources);
  });

  it('let attributes be reported to the platform', async () => {
    const source = createScriptedSource();
    const [, held] = withTriggers([source], {showAfterScroll: 50});
    await held!.report!(['attribute']);
    expect(source.reports).to.deep.equal([['attribute']]);
  });

  it('tell the page why there is no invitation, and let it come in the hours', async () => {
    const source = createScriptedSource();
    const element = mount(undefined, {
      session: undefined,
      sources: [source],
      hours: 'UTC Mo 00:00-00:01, Mo 00:00-00:01',
    });
    const changes: string[] = [];
    element.addEventListener('engagement-statechange', ({detail}) =>
      changes.push(`${detail.to} ${detail.reason ?? ''}`),
    );
    element.setAttribute(attributeOf('showOnUrl'), '/nowhere');
    await waitUntil(() => source.starts.length > 0);
    source.say({type: 'expose', offer: createOffer('a')});
    await waitUntil(() => changes.at(-1)?.startsWith('unavailable'));
    expect(changes.at(-1)).to.match(/^unavailable (showOnUrl|hours)$/);
    expect(part(element, 'card')).to.equal(null);
    element.removeAttribute('show-on-url');
    element.hours = undefined;
    await waitUntil(() => source.starts.length === 2);
    source.say({type: 'expose', offer: createOffer('a')});
    await waitUntil(() => isRendered(element, 'card'));
  });

  it('are told in one line when they cannot be read, and do not keep the invitation away', async () => {
    const lines: string[] = [];
    const {warn} = console;
    console.warn = (line: string) => lines.push(line);
    const sources = [createScriptedSource('scripted'), createScriptedSource('other')] as const;
    const element = mount(undefined, {session: undefined, sources, hours: 'always'});
    await waitUntil(() => sources.every(({starts}) => starts.length > 0));
    sources[0].say({type: 'expose', offer: createOffer('a')});
    await waitUntil(() => isRendered(element, 'card'));
    console.warn = warn;
    expect(lines.filter((line) => line.includes('hours'))).to.deep.equal([
      '<web-engagement>: Expected hours to be like "Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00", got "always"; it is ignored',
    ]);
  });
});
