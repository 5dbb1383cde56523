import {expect} from '@open-wc/testing';
import {
  createVisitLadder,
  knownHost,
  monitoringMemory,
  shareSince,
  sharedAnswer,
  withAnswer,
  withHost,
  withReport,
} from '../../../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import type {Visit} from '../../../../src/visit/visit.js';
import {createMemoryVisits} from '../../../support/fakes/memory-visits.js';

const now = Date.parse('2026-11-21T12:00:00Z');
const earlier = now - 60_000;
const hour = 3_600_000;

/** What is known about monitoring, though the browser may have stored anything. */
const read = (facts: object): object => monitoringMemory.read(facts);

describe('what is remembered about monitoring', () => {
  const host = {name: 'va.v.liveperson.net', at: now};
  const ladder = {failures: 1, notBefore: now};
  const answer = {at: now, question: '{}', body: {}};
  const sound = {host, ladder, answer};

  it('is read as it was written', () => {
    expect(read(sound)).to.deep.equal(sound);
  });

  for (const [title, broken] of [
    ['a host that is text', {host: host.name}],
    ['a host whose name is none', {host: {...host, name: 5}}],
    ['a host of no time', {host: {name: host.name}}],
    ['a ladder that is a number', {ladder: 1}],
    ['a ladder that counts in text', {ladder: {...ladder, failures: '1'}}],
    ['a ladder without an end', {ladder: {failures: 1}}],
    ['an answer that is text', {answer: '{}'}],
    ['an answer of no time', {answer: {...answer, at: null}}],
    ['an answer to no question', {answer: {...answer, question: 5}}],
  ] as const) {
    it(`is nothing when the browser has kept ${title}`, () => {
      expect(Object.values(read({...sound, ...broken})).filter((fact) => fact !== undefined)).to.deep.equal([]);
    });
  }

  it('has the ladder that was written last', async () => {
    const store = createVisitLadder(createMemoryVisits({visitorId: 'v'}));
    expect(await store.read()).to.equal(undefined);
    await store.write(ladder);
    expect(await store.read()).to.deep.equal(ladder);
    await store.write(undefined);
    expect(await store.read()).to.equal(undefined);
  });
});

describe('the host that was looked up', () => {
  const name = 'va.v.liveperson.net';

  for (const [title, visit, known] of [
    ['is unknown at first', {}, undefined],
    ['is known at once', withHost({}, name, now), name],
    ['is known for almost an hour', withHost({}, name, now - hour + 1), name],
    ['is looked up again after an hour', withHost({}, name, now - hour), undefined],
    ['is looked up again when the clock was set back by an hour', withHost({}, name, now + hour), undefined],
  ] as const) {
    it(title, () => {
      expect(knownHost(visit, now)).to.equal(known);
    });
  }
});

describe('an answer that another tab got', () => {
  const visit = withAnswer({}, {visitorId: 'v', sessionId: 's'}, '{}', now);
  const {answer} = monitoringMemory.read(visit);

  for (const [title, question, since, at, shared] of [
    ['is shared at the moment when it comes', '{}', now, now, answer],
    ['is shared later with who has waited for it', '{}', earlier, now + 1, answer],
    ['is not shared with who came later', '{}', now + 1, now + 2, undefined],
    ['is not shared when it comes from the future', '{}', earlier, now - 1, undefined],
    ['is not shared with who asks something else', 'other', earlier, now, undefined],
    ['is not shared with whose question has no digest', undefined, earlier, now, undefined],
  ] as const) {
    it(title, () => {
      expect(sharedAnswer(visit, question, since, at)).to.deep.equal(shared);
    });
  }

  it('is looked for since the page began to load, and for ten seconds at most', () => {
    expect([shareSince(now, now - 9_000), shareSince(now, now - 11_000)]).to.deep.equal([now - 9_000, now - 10_000]);
  });
});

describe('the answer to a report', () => {
  const visit: Visit = {visitorId: 'v', sessionId: 's', sessionStartedAt: earlier, sessionUsedAt: earlier};
  const ids = {vid: 'v', sid: 's'};
  const same = {visitorId: 'v', sessionId: 's'};

  it('tells that the session was used', () => {
    expect(withReport(visit, ids, same, now)).to.deep.equal({...visit, sessionUsedAt: now});
  });

  it('tells of a new session, which begins with it', () => {
    const answer = {...same, sessionId: 'new'};
    const expected = {...visit, sessionId: 'new', sessionStartedAt: now, sessionUsedAt: now};
    expect(withReport(visit, ids, answer, now)).to.deep.equal(expected);
  });

  for (const [title, latest, answer] of [
    ['the visitor is another one by now', {...visit, visitorId: 'another'}, same],
    ['the session is another one by now', {...visit, sessionId: 'another'}, same],
    ['nobody is known any more', {}, same],
    ['it names another visitor', visit, {...same, visitorId: 'another'}],
  ] as const) {
    it(`tells nothing when ${title}`, () => {
      expect(withReport(latest, ids, answer, now)).to.equal(latest);
    });
  }
});

describe('an answer that is kept', () => {
  const body = {visitorId: 'v', sessionId: 's'};
  const visit: Visit = {
    visitorId: 'v',
    sessionId: 's',
    sessionStartedAt: earlier,
    sessionUsedAt: earlier,
    settled: {offer: 'dismissed'},
    optedOut: true,
  };
  const question = '{}';
  const answer = {at: now, question, body};

  it('leaves what the visitor answered in the same session, and its beginning', () => {
    expect(withAnswer(visit, body, question, now)).to.deep.equal({...visit, sessionUsedAt: now, answer});
  });

  it('begins a session of which the beginning is unknown', () => {
    const {sessionStartedAt, ...rest} = visit;
    expect(sessionStartedAt).to.equal(earlier);
    expect(withAnswer(rest, body, question, now)).to.include({sessionStartedAt: now, sessionUsedAt: now});
  });

  it('has what the visitor answered forgotten in another session', () => {
    const other = {...body, sessionId: 'new'};
    const {settled, ...rest} = visit;
    expect(settled).to.deep.equal({offer: 'dismissed'});
    expect(withAnswer(visit, other, question, now)).to.deep.equal({
      ...rest,
      sessionId: 'new',
      sessionStartedAt: now,
      sessionUsedAt: now,
      answer: {...answer, body: other},
    });
  });

  it('has nothing to forget of a visitor who has answered nothing', () => {
    const {settled, ...rest} = visit;
    expect(settled).to.deep.equal({offer: 'dismissed'});
    expect(withAnswer(rest, body, question, now)).to.deep.equal({...rest, sessionUsedAt: now, answer});
  });

  it('is not shared when its question has no digest, and leaves what else is known', () => {
    const kept = withAnswer(withHost(visit, 'va.v.liveperson.net', now), body, undefined, now);
    expect(monitoringMemory.read(kept).answer).to.equal(undefined);
    expect(knownHost(kept, now)).to.equal('va.v.liveperson.net');
  });
});
