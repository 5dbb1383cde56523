import {expect} from '@open-wc/testing';
import {UnknownWords, isSetting} from '../../../src/tag/settings/unknown-words.js';

/** Runs an act and returns the lines that it writes to the console. */
function linesOf(act: () => void): string[] {
  const lines: string[] = [];
  const {warn} = console;
  console.warn = (line: string) => lines.push(line);
  act();
  console.warn = warn;
  return lines;
}

describe('A word that a setting does not know', () => {
  const words: [name: string, value: unknown, line: string][] = [
    [
      'consent',
      'marketing',
      '<web-engagement>: Expected consent to be not-required, required, granted, denied, got "marketing"; required is used',
    ],
    ['format', 'popup', '<web-engagement>: Expected format to be card, bubble, banner, got "popup"; card is used'],
    [
      'openIn',
      'window',
      '<web-engagement>: Expected open-in to be event, tab, popup, panel, got "window"; event is used',
    ],
    ['placement', '', '<web-engagement>: Expected placement to be end, start, inline, got ""; end is used'],
    ['delay', NaN, '<web-engagement>: Expected delay to be a number, got "NaN"; 0 is used'],
    ['unread', NaN, '<web-engagement>: Expected unread to be a number, got "NaN"; the default is used'],
    ['delay', '5s', '<web-engagement>: Expected delay to be a number, got "5s"; 0 is used'],
    [
      'maxInvitations',
      {},
      '<web-engagement>: Expected max-invitations to be a number, got "[object Object]"; the default is used',
    ],
    ['onAccept', 'openChat', '<web-engagement>: Expected onAccept to be a function, got "string"; the default is used'],
    [
      'identityProvider',
      [],
      '<web-engagement>: Expected identityProvider to be a function, got "object"; the default is used',
    ],
    [
      'notificationTicket',
      'a1b2c3',
      '<web-engagement>: Expected notificationTicket to be a function, got "string"; the default is used',
    ],
  ];
  for (const [name, value, line] of words) {
    it(`is told once, with what is used instead: ${name} ${JSON.stringify(value)}`, () => {
      const unknown = new UnknownWords();
      const read = (setting: string): unknown => (setting === name ? value : undefined);
      const lines = linesOf(() => {
        unknown.check(read);
        unknown.check(read);
      });
      expect(lines).to.deep.equal([line]);
    });
  }

  it('is not told of settings that are absent or known', () => {
    const known: Record<string, unknown> = {
      ...{consent: 'granted', format: null, delay: 4, unread: '4', autoCollapse: null, accountId: 'popup'},
      ...{onAccept: () => undefined, waitTime: null},
    };
    expect(linesOf(() => new UnknownWords().check((name) => known[name]))).to.deep.equal([]);
  });
});

describe('An attribute of a setting that is a property', () => {
  const written = (attribute: string): Element => {
    const tag = document.createElement('div');
    tag.setAttribute(attribute, '[{"sub": "a1b2c3"}]');
    return tag;
  };

  for (const [attribute, name] of [
    ['topics', 'topics'],
    ['identities', 'identities'],
    ['entry-points', 'entryPoints'],
    ['on-accept', 'onAccept'],
    ['messages', 'messages'],
  ] as const) {
    it(`is told once, with the command and without its value: ${attribute}`, () => {
      const unknown = new UnknownWords();
      const tag = written(attribute);
      const lines = linesOf(() => {
        unknown.check(() => undefined, tag);
        unknown.check(() => undefined, tag);
      });
      expect(lines).to.deep.equal([
        `<web-engagement>: Expected ${name} to be a property, got an attribute; set it by script`,
      ]);
    });
  }

  it('is not told where the property is set, too', () => {
    const unknown = new UnknownWords();
    const read = (name: string): unknown => (name === 'topics' ? [] : undefined);
    expect(linesOf(() => unknown.check(read, written('topics')))).to.deep.equal([]);
  });
});

describe('The name of a setting', () => {
  it('is known', () => {
    expect(linesOf(() => expect(isSetting('accountId')).to.be.true)).to.deep.equal([]);
  });

  for (const name of ['acountId', 'account-id', 'constructor', 'toString']) {
    it(`that does not exist is told, with those that do: ${name}`, () => {
      const lines = linesOf(() => expect(isSetting(name)).to.be.false);
      expect(lines).to.have.lengthOf(1);
      expect(lines[0]).to.contain(`got "${name}"; there are accountId, appInstallationId`);
    });
  }
});
