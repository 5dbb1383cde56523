import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import type {Notice} from '../../../src/engagement/notice.js';
import {createOutcomeReport, type OutcomeReportOptions} from '../../../src/vendors/genesys/outcome-report.js';
import {createTestClock, nextTask} from '../../support/fakes/test-clock.js';

const url = 'https://events.brand.example/outcomes';
const notice: Notice = {type: 'engage', outcome: 'offered', engagementId: 'E1'};

interface Sent {
  readonly visit: string;
  readonly ticket: string;
  readonly outcomes: readonly {readonly id: string; readonly outcome: string}[];
}

function open(options: Partial<OutcomeReportOptions> = {}) {
  const sent: Sent[] = [];
  const clock = createTestClock({start: 5});
  const end = new AbortController();
  const page = new EventTarget();
  const getTicket = async (visit: string) => `ticket of ${visit}`;
  const send = (_: string, body: string) => sent.push(JSON.parse(body) as Sent) > 0;
  const {now, sleep} = clock;
  const report = createOutcomeReport({
    url,
    visitId: 'V',
    getTicket,
    signal: end.signal,
    send,
    page,
    now,
    sleep,
    ...options,
  });
  return {report, sent, clock, end, page};
}

const outcomesOf = ({outcomes}: Sent) => outcomes.map(({outcome}) => outcome);

describe('The report of outcomes', () => {
  it('sends the outcomes of a second together, with the visit and a ticket', async () => {
    const {report, sent, clock} = open();
    report.note(notice);
    await nextTask();
    report.note({...notice, outcome: 'accepted', reason: 'why'});
    await clock.pass(999);
    expect(sent).to.deep.equal([]);
    await clock.pass(1);
    const [{outcomes, ...rest}] = sent as [Sent];
    expect(rest).to.deep.equal({visit: 'V', ticket: 'ticket of V'});
    expect(outcomes.map(({id, ...outcome}) => [/^[\w-]{4,40}$/.test(id), outcome])).to.deep.equal([
      [true, {...notice, at: 5}],
      [true, {...notice, outcome: 'accepted', reason: 'why', at: 5}],
    ]);
    expect(new Set(outcomes.map(({id}) => id)).size).to.equal(2);
  });

  it('begins anew after each report', async () => {
    const {report, sent, clock} = open();
    for (const outcome of ['offered', 'rejected'] as const) {
      report.note({...notice, outcome});
      await nextTask();
      await clock.pass(1_000);
    }
    expect(sent.map(outcomesOf)).to.deep.equal([['offered'], ['rejected']]);
  });

  it('sends at once what waits when the page goes away', async () => {
    const {report, sent, page} = open();
    report.note(notice);
    await nextTask();
    page.dispatchEvent(new Event('pagehide'));
    expect(sent.map(({ticket}) => ticket)).to.deep.equal(['ticket of V']);
  });

  it('sends what waits when the page stops listening, and at once what comes after', async () => {
    const {report, sent, end, clock} = open();
    report.note(notice);
    await nextTask();
    end.abort();
    await nextTask();
    report.note({...notice, outcome: 'ignored', reason: 'left'});
    expect(sent.map(outcomesOf)).to.deep.equal([['offered'], ['ignored']]);
    expect(clock.sleepers()).to.equal(0);
  });

  for (const [title, getTicket] of [
    ['there is none', undefined],
    ['it cannot be got', () => Promise.reject(new Error('no ticket'))],
  ] as const) {
    it(`goes without a ticket when ${title}`, async () => {
      const {report, sent, clock} = open({getTicket});
      report.note(notice);
      await nextTask();
      await clock.pass(1_000);
      expect(sent.map(({ticket}) => ticket)).to.deep.equal(['']);
    });
  }

  for (const address of ['', '/outcomes', 'http://events.brand.example/outcomes', 'https://user:pass@brand.example']) {
    it(`is not sent to “${address}”`, () => {
      expect(() => open({url: address})).to.throw(ConfigurationError, 'outcomesUrl');
    });
  }
});
