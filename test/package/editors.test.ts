// The manifest, and what is made of it for editors.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import type {Offer} from '../../src/engagement/offer.js';
import {offerEvents, openingEvents} from '../../src/tag/event-classes.js';
import {settings, settingNames} from '../../src/tag/settings/settings.js';
import {attributeOf} from '../../src/tag/settings/attribute-name.js';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(import.meta.resolve(`web-engagement/${name}`)), 'utf8'));

interface Named {
  readonly name: string;
  readonly description?: unknown;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly (Named & {
      readonly tagName?: string;
      readonly attributes?: readonly (Named & {readonly type: {readonly text: string}})[];
      readonly events?: readonly Named[];
    })[];
    readonly exports: readonly (Named & {
      readonly kind: string;
      readonly declaration: Named & {readonly module: string};
    })[];
  }[];
}

const {modules} = read('custom-elements.json') as Manifest;
const widget = modules.flatMap(({declarations}) => declarations).find(({tagName}) => tagName === 'web-engagement');
const attributes = settingNames.filter((name) => settings[name].parse).map(attributeOf);

describe('the custom elements manifest', () => {
  it('tells which module makes each tag known, and whose class it is', () => {
    const definitions = modules
      .flatMap(({exports}) => exports)
      .filter(({kind}) => kind === 'custom-element-definition');
    assert.deepEqual(
      definitions.map(({name, declaration}) => [name, declaration.name, declaration.module]),
      [
        ['web-engagement', 'WebEngagementElement', 'dist/element/web-engagement.js'],
        ['engagement-timeline', 'EngagementTimelineElement', 'dist/timeline/engagement-timeline.js'],
      ],
    );
  });

  it('spells out the words that an attribute takes', () => {
    const chosen = settingNames.filter((name) => settings[name].choices);
    const told = new Map(widget?.attributes?.map(({name, type}) => [name, type.text]));
    assert.ok(chosen.length > 3);
    for (const name of chosen) {
      const words = settings[name].choices?.map((word) => `'${word}'`).join(' | ');
      assert.equal(told.get(attributeOf(name)), words);
    }
  });

  it('has the events of the page only, each with its meaning', () => {
    const events = widget?.events ?? [];
    assert.ok(events.length > 0);
    assert.deepEqual(
      events.filter(({name, description}) => !name.startsWith('engagement-') || !description),
      [],
    );
  });

  it('says of each event whether it can be cancelled', () => {
    const offer = {} as Offer;
    const asking = [
      ...Object.values(offerEvents).map((OfferEvent) => new OfferEvent(offer)),
      ...Object.values(openingEvents).map((OpeningEvent) => new OpeningEvent({offer}, () => undefined)),
    ].filter(({cancelable}) => cancelable);
    const saying = (words: RegExp) => widget?.events?.filter(({description}) => words.test(String(description))) ?? [];
    const names = saying(/\. Cancel it (to|if) /).map(({name}) => name);
    assert.deepEqual(names.sort(), asking.map(({type}) => type).sort());
    assert.equal(names.length + saying(/ It cannot be cancelled\.$/).length, widget?.events?.length);
  });
});

describe('an editor', () => {
  it('knows every attribute, in VS Code', () => {
    const {tags} = read('vscode.html-custom-data.json') as {tags: (Named & {attributes: Named[]})[]};
    const tag = tags.find(({name}) => name === 'web-engagement');
    assert.deepEqual(tag?.attributes.map(({name}) => name).sort(), [...attributes].sort());
  });

  it('knows every attribute, of this version, in those of JetBrains', () => {
    const {contributions, name, version} = read('web-types.json') as {
      name: string;
      version: string;
      contributions: {html: {elements: (Named & {attributes: Named[]})[]}};
    };
    const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Record<
      string,
      string
    >;
    assert.deepEqual([name, version], [own['name'], own['version']]);
    const element = contributions.html.elements.find(({name}) => name === 'web-engagement');
    assert.deepEqual(element?.attributes.map(({name}) => name).sort(), [...attributes].sort());
  });
});
