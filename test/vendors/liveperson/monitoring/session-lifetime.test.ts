import {expect} from '@open-wc/testing';
import {monitoringMemory} from '../../../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {withoutEndedSession, withSubject} from '../../../../src/vendors/liveperson/monitoring/session-lifetime.js';

const now = Date.parse('2026-11-21T12:00:00Z');
const minutes = 60_000;

const cases: readonly [title: string, startedAgo: number, usedAgo: number, isLive: boolean][] = [
  ['lives while it is used', 29 * minutes, minutes, true],
  ['lives for almost half an hour without use', 29 * minutes, 29 * minutes, true],
  ['ends after half an hour without use', 30 * minutes, 30 * minutes, false],
  ['lives for almost six hours in all', 359 * minutes, minutes, true],
  ['ends after six hours, however much it is used', 360 * minutes, minutes, false],
  ['ends when the clock was set back by a day', -1_440 * minutes, -1_440 * minutes, false],
];

describe('a session', () => {
  for (const [title, startedAgo, usedAgo, isLive] of cases) {
    it(title, () => {
      const visit = {
        visitorId: 'v',
        sessionId: 's',
        sessionStartedAt: now - startedAgo,
        sessionUsedAt: now - usedAgo,
        settled: {offer: 'dismissed' as const},
      };
      expect(withoutEndedSession(visit, now)).to.deep.equal(isLive ? visit : {visitorId: 'v'});
    });
  }

  it('that never was leaves no answers of the visitor', () => {
    const visit = {visitorId: 'v', sessionStartedAt: now, sessionUsedAt: now, settled: {offer: 'dismissed' as const}};
    expect(withoutEndedSession(visit, now)).to.deep.equal({visitorId: 'v'});
  });
});

describe('the visit of who has logged in', () => {
  const host = {name: 'va.v.liveperson.net', at: now};
  const ladder = {failures: 1, notBefore: now};
  const visit = monitoringMemory.write({visitorId: 'v', sessionId: 's', optedOut: true}, {host, ladder});

  it('is the one of before when nobody was logged in', () => {
    expect(withSubject(visit, 'somebody')).to.deep.equal({...visit, subject: 'somebody'});
  });

  it('is a new one after another, on the same device and with the same platform', () => {
    const expected = {visitorId: 'v', subject: 'somebody', host, ladder};
    expect({...withSubject({...visit, subject: 'another'}, 'somebody')}).to.deep.equal(expected);
  });
});
