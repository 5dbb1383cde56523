import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {NotificationError} from '../../../src/vendors/genesys/notification-error.js';
import {readNotifications, type Notification} from '../../../src/vendors/genesys/notification.js';
import * as genesys from '../../fixtures/genesys/messages.js';

const {pageID} = genesys;

function readOne(message: unknown): Notification {
  const notifications = readNotifications([message]);
  expect(notifications).to.have.lengthOf(1);
  return notifications[0]!;
}

function readProfile(data: unknown, page?: unknown) {
  const notification = readOne({page, channel: 'engage', data});
  if (notification.type !== 'engage') throw new Error(`Expected engage, got ${JSON.stringify(notification)}`);
  return notification.profile;
}

function problemOf(message: unknown): string {
  const notification = readOne(message);
  return notification.type === 'malformed' ? notification.error.message : notification.type;
}

function refusal(input: unknown): Error {
  try {
    readNotifications(input);
  } catch (error) {
    return error as Error;
  }
  throw new Error('Expected the input to be refused');
}

describe('readNotifications', () => {
  describe('the documented envelope {page, channel, data}', () => {
    const engaged = {type: 'engage', page: pageID, profile: genesys.ixnProfile};
    const forms: readonly [title: string, input: unknown, types: readonly string[]][] = [
      ['one message', genesys.engage, ['engage']],
      ['one message in JSON', JSON.stringify(genesys.engage), ['engage']],
      ['a list', [genesys.engage, genesys.noengage], ['engage', 'noengage']],
      ['a list in JSON', JSON.stringify([genesys.noengage, genesys.engage]), ['noengage', 'engage']],
      ['an empty list', [], []],
    ];
    for (const [title, input, types] of forms) {
      it(`comes as ${title}`, () => {
        expect(readNotifications(input).map(({type}) => type)).to.deep.equal(types);
      });
    }

    it('of engage gives the profile with every field', () => {
      expect(readOne(genesys.engage)).to.deep.equal(engaged);
    });

    it('of noengage gives what is cancelled', () => {
      expect(readOne(genesys.noengage)).to.deep.equal({type: 'noengage', page: pageID, cancel: genesys.cancelData});
    });

    it('of noengage needs no data', () => {
      expect(readOne({page: 'P', channel: 'noengage'})).to.deep.equal({
        type: 'noengage',
        page: 'P',
        cancel: {pageID: 'P'},
      });
    });

    it('of a predefined message gives its channel and nothing of its data', () => {
      expect(readOne(genesys.appendContent)).to.deep.equal({type: 'executable', channel: 'gpe.appendContent'});
    });

    const channels: readonly [channel: string, type: string][] = [
      ['gpe.callFunction', 'executable'],
      ['gpe.', 'executable'],
      ['gpe.engage', 'executable'],
      ['gpe', 'unknown'],
      ['GPE.appendContent', 'unknown'],
      ['Engage', 'unknown'],
      ['engage ', 'unknown'],
      ['noEngage', 'unknown'],
      ['loyalty-points', 'unknown'],
      ['', 'unknown'],
      ['__proto__', 'unknown'],
      ['toString', 'unknown'],
    ];
    for (const [channel, type] of channels) {
      it(`of the channel "${channel}" is ${type}, without its data`, () => {
        expect(readOne({channel, data: genesys.ixnProfile})).to.deep.equal({type, channel});
      });
    }
  });

  describe('the page', () => {
    const cases: readonly [title: string, message: object, page: string | undefined][] = [
      ['is the one of the message', {page: 'A', data: {pageID: 'B'}}, 'A'],
      ['is the one of the data when the message has none', {data: {pageID: 'B'}}, 'B'],
      ['is the one of the data when the message says null', {page: null, data: {pageID: 'B'}}, 'B'],
      ['is the one of the data when the message says nothing', {page: '', data: {pageID: 'B'}}, 'B'],
      ['may be a number', {page: 7, data: {}}, '7'],
      ['may be missing', {data: {}}, undefined],
    ];
    for (const [title, message, page] of cases) {
      it(title, () => {
        const [engaged, cancelled] = [
          readOne({channel: 'engage', ...message}),
          readOne({channel: 'noengage', ...message}),
        ];
        expect(engaged).to.include({type: 'engage', page}).and.have.nested.property('profile.pageID', page);
        expect(cancelled).to.include({type: 'noengage', page}).and.have.nested.property('cancel.pageID', page);
      });
    }
  });

  describe('the fields of the data', () => {
    const aliases: readonly [name: string, aliases: readonly string[]][] = [
      ['visitID', ['visitID', 'visitId', 'visit']],
      ['pageID', ['pageID', 'pageId', 'page']],
      ['engagementID', ['engagementID', 'engagementId', 'ixnId']],
      ['globalVisitID', ['globalVisitID', 'globalVisitId']],
    ];
    for (const [name, spellings] of aliases) {
      for (const spelling of spellings) {
        it(`${spelling} is ${name}, as text or as a number`, () => {
          const [text, number] = [readProfile({[spelling]: 'X1'}), readProfile({[spelling]: 42})];
          expect(text).to.have.property(name, 'X1');
          expect(number).to.have.property(name, '42');
          if (spelling !== name) expect(text).not.to.have.property(spelling);
        });
      }

      it(`${name} counts more than any other spelling of it`, () => {
        const [first, ...others] = spellings.map((spelling, index) => [spelling, `${index}`] as const);
        expect(readProfile(Object.fromEntries([...others, first!]))).to.have.property(name, '0');
      });

      for (const empty of [null, '']) {
        it(`${name} ${JSON.stringify(empty)} is absent, so another spelling is taken`, () => {
          const last = spellings.at(-1)!;
          expect(readProfile({[name]: empty, [last]: 'X1'})).to.have.property(name, 'X1');
        });
      }
    }

    const fields: readonly [title: string, data: object, name: string, value: unknown][] = [
      ['time may be text', {time: '1750000000000'}, 'time', 1_750_000_000_000],
      ['timeout may be text', {timeout: '2.5'}, 'timeout', 2.5],
      ['an unknown key is kept', {visitID: 'V', loyalty: {points: 3}}, 'loyalty', {points: 3}],
      ['an unknown key may be null', {visitID: 'V', loyalty: null}, 'loyalty', null],
      ['an object under page is an unknown key', {page: {title: 'Home'}}, 'page', {title: 'Home'}],
      ['an object under visit is an unknown key', {visit: {count: 2}}, 'visit', {count: 2}],
      ['data is opaque', {data: '<b>'}, 'data', '<b>'],
      ['markup in a text is text', {title: '<img onerror=x>'}, 'title', '<img onerror=x>'],
    ];
    for (const [title, data, name, value] of fields) {
      it(title, () => {
        expect(readProfile(data)[name]).to.deep.equal(value);
      });
    }

    for (const name of Object.keys(genesys.ixnProfile).filter((key) => key !== 'engagementID')) {
      it(`${name} may be missing or null`, () => {
        const {[name]: _, ...others} = genesys.ixnProfile as Record<string, unknown>;
        expect(readProfile(others)[name]).to.equal(undefined);
        expect(readProfile({...others, [name]: null})[name]).to.equal(undefined);
      });
    }
  });

  describe('an engagementID that did not come', () => {
    const {visitID: visit, time} = genesys.ixnProfile;

    it('is made of visitID, pageID and time, and so is the same for the same message', () => {
      expect(readProfile({visit, time: String(time)}, pageID).engagementID).to.equal(`${visit}/${pageID}/${time}`);
      expect(readProfile({pageID, time, visitId: visit}).engagementID).to.equal(`${visit}/${pageID}/${time}`);
    });

    it('is another one for another visit, page or time', () => {
      const data = [{visit: 1}, {visit: 2}, {visit: 1, page: 1}, {visit: 1, time: 1}, {page: 1}, {}];
      const made = data.map((fields) => readProfile(fields).engagementID);
      expect(new Set(made).size).to.equal(data.length);
    });

    it('is not made for a noengage, which then means whatever is pending', () => {
      const {engagementID: _, ...data} = genesys.cancelData;
      expect(readOne({channel: 'noengage', data})).to.deep.equal({type: 'noengage', page: pageID, cancel: data});
    });
  });

  describe('a list with a bad entry', () => {
    it('still gives the others, in their order', () => {
      const input = [genesys.engage, 'rubbish', genesys.appendContent, {channel: 'engage', data: 5}, genesys.noengage];
      expect(readNotifications(input).map(({type}) => type)).to.deep.equal([
        'engage',
        'malformed',
        'executable',
        'malformed',
        'noengage',
      ]);
    });

    const problems: readonly [title: string, message: unknown, problem: string][] = [
      ['null', null, 'Cannot read a notification: expected object, got null'],
      ['a list', [genesys.engage], 'Cannot read a notification: expected object, got array'],
      ['without channel', {data: {}}, 'channel: expected string, got nothing'],
      ['a channel that is a list', {channel: ['engage'], data: {}}, 'channel: expected string, got array'],
      [
        'a page that is an object',
        {page: {}, channel: 'engage', data: {}},
        'page: expected string or number, got object',
      ],
      ['engage without data', {channel: 'engage'}, 'the data of an engage notification: expected object, got nothing'],
      ['engage with data in text', {channel: 'engage', data: '{}'}, 'engage notification: expected object, got string'],
      ['a list for noengage', {channel: 'noengage', data: []}, 'noengage notification: expected object, got array'],
      [
        'a visitID that is a list',
        {channel: 'engage', data: {visitID: [1]}},
        'visitID: expected string or number, got array',
      ],
      ['a title that is no text', {channel: 'engage', data: {title: {}}}, 'title: expected string, got object'],
      ['a time that is no number', {channel: 'engage', data: {time: 'soon'}}, 'time: expected number, got string'],
      [
        'a notification that is no list',
        {channel: 'engage', data: {notification: {}}},
        'notification: expected array, got object',
      ],
      ['a reason that is no text', {channel: 'noengage', data: {reason: 1}}, 'reason: expected string, got number'],
    ];
    for (const [title, message, problem] of problems) {
      it(`says what is wrong with ${title}`, () => {
        expect(problemOf(message)).to.contain(problem);
      });
    }

    it('never quotes what came', () => {
      const secret = 'ADA-LOVELACE';
      for (const data of [secret, {visitID: [secret]}, {title: [secret]}, {time: secret}, {[secret]: 1, lang: 1}]) {
        expect(problemOf({channel: 'engage', data}))
          .to.contain('Cannot read')
          .and.not.contain(secret);
      }
    });
  });

  describe('an input that is unreadable as a whole', () => {
    const cycle: Record<string, unknown> = {channel: 'engage'};
    cycle['data'] = cycle;
    let deep: unknown = 'end';
    for (let depth = 0; depth < 200_000; depth++) deep = [deep];
    const inputs: readonly [title: string, input: unknown, problem: string][] = [
      ['empty text', '', 'Expected notifications as JSON, got nothing'],
      ['HTML', '<html>', 'Expected notifications as JSON, got other text'],
      ['JSON that was cut short', JSON.stringify(genesys.engage).slice(0, -1), 'as JSON, got other text'],
      ['text in JSON', '"engage"', 'expected array or object, got string'],
      ['null', null, 'expected array or object, got null'],
      ['a number', 5, 'expected array or object, got number'],
      ['undefined', undefined, 'as JSON, got nothing'],
      ['a function', () => genesys.engage, 'as JSON, got nothing'],
      ['a bigint', {channel: 'engage', data: {time: 1n}}, 'cannot be written as JSON'],
      ['a cycle', cycle, 'cannot be written as JSON'],
      ['something too deep', deep, 'Expected notifications'],
      [
        'a getter that throws',
        {
          get channel() {
            throw new Error('trap');
          },
        },
        'cannot be written as JSON',
      ],
    ];
    for (const [title, input, problem] of inputs) {
      it(`is refused: ${title}`, () => {
        expect(refusal(input)).to.be.instanceOf(NotificationError);
        expect(refusal(input).message).to.contain(problem);
      });
    }

    it('is never quoted', () => {
      const error = refusal('{"nickName": ADA-LOVELACE}');
      expect(error.message).not.to.contain('ADA');
      expect(error.cause).to.equal(undefined);
    });
  });

  describe('the size', () => {
    const ofLength = (length: number): string => {
      const empty = JSON.stringify({channel: 'engage', data: {title: ''}});
      return JSON.stringify({channel: 'engage', data: {title: 'x'.repeat(length - empty.length)}});
    };

    for (const [title, toInput] of [
      ['text', (json: string) => json],
      ['a parsed message', (json: string) => JSON.parse(json) as unknown],
    ] as const) {
      it(`of ${title} is at most 65,536 characters of JSON`, () => {
        expect(readNotifications(toInput(ofLength(65_536)))).to.have.lengthOf(1);
        expect(refusal(toInput(ofLength(65_537)))).to.be.instanceOf(NotificationError);
        expect(refusal(toInput(ofLength(65_537))).message).to.contain('at most 65536 characters, got 65537');
      });
    }
  });

  describe('hostile input', () => {
    const hostile =
      '{"channel":"engage","__proto__":{"polluted":1},"data":{"__proto__":{"polluted":1,"title":"x"},' +
      '"constructor":{"prototype":{"polluted":1}},"data":{"a":{"__proto__":{"polluted":1},"constructor":1}}}}';

    for (const [title, input] of [
      ['text', hostile],
      ['a parsed message', JSON.parse(hostile) as unknown],
    ] as const) {
      it(`reaches no prototype by ${title}`, () => {
        const [read] = readNotifications(input);
        const profile: Record<string, unknown> = read?.type === 'engage' ? read.profile : {};
        expect(Object.getPrototypeOf(profile)).to.equal(Object.prototype);
        expect(Object.keys(profile)).to.have.members(['data', 'pageID', 'engagementID']);
        expect(profile['title']).to.equal(undefined);
        expect(JSON.stringify(profile['data'])).to.equal('{"a":{}}');
        expect({}).not.to.have.property('polluted');
      });
    }

    it('cannot change what has been read', () => {
      const data = {title: 'before', data: {price: 1}};
      const profile = readProfile(data);
      data.data.price = 2;
      expect(profile.data).to.deep.equal({price: 1});
    });

    it('brings out a NotificationError at most, and never the data of an executable message', () => {
      const secret = 'EXECUTE-ME';
      const channel = fc.oneof(
        fc.constantFrom('engage', 'noengage', 'gpe.appendContent'),
        fc.string().map((name) => `gpe.${name}`),
        fc.anything(),
      );
      const field = fc.constantFrom(...Object.keys(genesys.ixnProfile), 'visit', 'page', 'ixnId', '__proto__');
      const data = fc.oneof(fc.dictionary(field, fc.anything()), fc.anything());
      const message = fc.record({page: fc.anything(), channel, data}, {requiredKeys: []});
      const executable = fc.record({
        channel: fc.string().map((name) => `gpe.${name}`),
        data: fc.constant({url: secret}),
      });
      const input = fc.oneof(
        fc.array(fc.oneof(message, executable)),
        executable,
        message,
        fc.anything({withBigInt: true, withNullPrototype: true, withTypedArray: true}),
        fc.string(),
        fc.json(),
        fc.array(fc.oneof(message, executable)).map((list) => fc.stringify(list)),
      );
      fc.assert(
        fc.property(input, (value) => {
          let read: readonly Notification[] = [];
          try {
            read = readNotifications(value);
          } catch (error) {
            if (!(error instanceof NotificationError)) throw error;
          }
          for (const notification of read) checkRead(notification);
          return !JSON.stringify(read).includes(secret);
        }),
        {numRuns: 2_000},
      );
    });
  });
});

function checkRead(notification: Notification): void {
  switch (notification.type) {
    case 'engage': {
      const {profile, page} = notification;
      expect(profile.engagementID).to.be.a('string').and.not.equal('');
      expect(profile.pageID).to.equal(page);
      for (const id of [page, profile.visitID, profile.globalVisitID]) expect(id ?? '').to.be.a('string');
      break;
    }
    case 'noengage':
      expect(notification.cancel.engagementID ?? '').to.be.a('string');
      break;
    case 'executable':
    case 'unknown':
      expect(notification).to.have.all.keys('type', 'channel');
      expect(notification.channel.startsWith('gpe.')).to.equal(notification.type === 'executable');
      break;
    case 'malformed':
      expect(notification.error).to.be.instanceOf(NotificationError);
  }
}
