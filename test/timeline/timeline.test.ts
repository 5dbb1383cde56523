import {expect} from '@open-wc/testing';
import {toEngagementRecord as fromAvaya} from '../../src/vendors/avaya/index.js';
import {toEngagementRecord as fromGlia} from '../../src/vendors/glia/index.js';
import * as avaya from '../fixtures/avaya/seed-003.js';
import * as glia from '../fixtures/glia/seed-001.js';
import {at, createRecord, morning, mountTimeline, rowsOf, tell, textOf} from '../support/element/timeline.js';
import {waitUntil} from '../support/wait-until.js';

const untimed = (element: Element): string[] => [...element.shadowRoot!.querySelectorAll('ul > li')].map(textOf);

const head = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('header ~ dl.facts > div')].map(textOf);

describe('<engagement-timeline> shows the published example', () => {
  it('of the Customer Journey API', async () => {
    const element = await mountTimeline(fromAvaya(avaya.engagement));
    expect(textOf(element.shadowRoot!.querySelector('header')!)).to.equal(
      'Engagement on 23 July 2019 Ended As of 23 Jul 2019, 17:47:21',
    );
    expect(head(element)).to.deep.equal([
      'Started byCustomer',
      'ChannelVoice',
      'Duration5 min (calculated)',
      'Handling time3 min 39 sec (calculated)',
      'TopicsMortgage Application, First-time Buyer',
      'SkillsBroadband.billing',
    ]);
    expect(tell(element)).to.deep.equal([
      'Whole engagement 17:45:21 – 17:50:21 5 min',
      'Customer 443f413f… 17:45:21 – 17:58:32 13 min 11 sec Ends 8 min 11 sec after the engagement',
      'John Smith Agent 17:46:42 – 18:00:32 13 min 50 sec Ends 10 min 11 sec after the engagement',
      'Default Queue at 9 Apr 2021, 17:00:00 1 yr 260 days after the engagement',
      'John Smith Transfer to an agent 25 Aug 2023, 06:53:15 – 07:07:49 14 min 34 sec New Car inquiry 4 yr 32 days after the engagement',
    ]);
    expect(untimed(element)).to.deep.equal([]);
  });

  it('of the Glia REST API, a single engagement', async () => {
    const element = await mountTimeline(fromGlia(glia.engagementAnswer));
    expect(tell(element)).to.deep.equal([
      'Whole engagement 13:47:21 – 13:51:48 4 min 28 sec waited 11 sec',
      'Agent f42811bc… Leg 1 13:47:21 – 13:49:10 1 min 49 sec text · waited 11 sec · ended: transfer',
      'Agent 0fca6673… Transfer to an agent 13:48:55 – 13:49:10 15 sec',
      'Agent 0fca6673… Leg 2 13:49:10 – 13:51:48 2 min 38 sec text · waited 15 sec · ended: visitor left',
    ]);
    expect(head(element)).to.include('Wait time42 sec').and.to.include('Duration4 min 28 sec');
    expect(head(element)).to.include('Handling time4 min 27 sec (calculated)');
    expect(untimed(element)).to.deep.equal(['Queue name Queue', 'Sasha Brown Customer', 'Recording 1 audio']);
  });

  for (const [index, row] of [
    'Whole engagement 13:47:21 – 13:47:31 10 sec',
    'Whole engagement 11:46:37 – 11:46:38 1 sec',
    'Whole engagement 11:23:54 – 11:29:24 5 min 30 sec',
  ].entries()) {
    it(`of the Glia REST API, item ${index + 1} of a list, which has no legs`, async () => {
      const element = await mountTimeline(fromGlia(glia.listAnswer.engagements[index]!));
      expect(tell(element)).to.deep.equal([row]);
    });
  }
});

describe('<engagement-timeline>', () => {
  it('says so when there is nothing to show', async () => {
    const element = await mountTimeline(undefined);
    expect(textOf(element.shadowRoot!.querySelector('section')!)).to.equal('No engagement to show.');
  });

  it('shows what there is when the record has no times', async () => {
    const element = await mountTimeline(createRecord({participants: [{role: 'customer', name: 'Sasha', details: {}}]}));
    expect(textOf(element.shadowRoot!.querySelector('section')!)).to.contain('This record has no times.');
    expect(untimed(element)).to.deep.equal(['Sasha Customer']);
  });

  it('draws an engagement that goes on up to now, and on as the clock does', async () => {
    let now = at('10:12:00')!.ms!;
    const record = createRecord({
      status: 'active',
      startedAt: at('10:00:00'),
      participants: [{role: 'agent', name: 'Kim', joinedAt: at('10:06:00'), details: {}}],
    });
    const element = await mountTimeline(record, {clock: () => now});
    expect(tell(element)).to.deep.equal(['Whole engagement since 10:00:00 12 min', 'Kim Agent since 10:06:00 6 min']);
    const bar = rowsOf(element)[1]!.querySelector<HTMLElement>('.bar')!;
    expect(Number(bar.style.getPropertyValue('--from'))).to.equal(0.5);
    expect(Number(bar.style.getPropertyValue('--to'))).to.equal(1);
    now += 12 * 60_000;
    element.requestUpdate('clock');
    await element.updateComplete;
    expect(tell(element)[1]).to.equal('Kim Agent since 10:06:00 18 min');
    expect(Number(bar.style.getPropertyValue('--from'))).to.equal(0.25);
  });

  it('names who had a leg when the record knows the name', async () => {
    const element = await mountTimeline(
      createRecord({
        ...morning,
        participants: [{id: 'a', role: 'agent', name: 'Amina', details: {}}],
        legs: [{participantId: 'a', acceptedAt: at('10:00:00'), endedAt: at('10:01:00'), queues: [], details: {}}],
      }),
    );
    expect(tell(element)[1]).to.equal('Amina Leg 1 10:00:00 – 10:01:00 1 min');
    expect(untimed(element)).to.deep.equal([]);
  });

  it('shows words that it does not know as the vendor wrote them', async () => {
    const element = await mountTimeline(
      createRecord({
        ...morning,
        status: 'PARKED_TWICE',
        direction: 'constructor',
        participants: [{role: 'toString', joinedAt: at('10:00:00'), leftAt: at('10:01:00'), details: {}}],
        transfers: [{to: 'Moon', requestedAt: at('10:02:00'), details: {}}],
      }),
    );
    expect(textOf(element.shadowRoot!.querySelector('.status')!)).to.equal('parked twice');
    expect(head(element)).to.deep.equal(['Started byconstructor']);
    expect(tell(element).slice(1)).to.deep.equal(['toString 10:00:00 – 10:01:00 1 min', 'Moon Moon at 10:02:00']);
  });

  it('replaces the record, and closes what was open', async () => {
    const element = await mountTimeline(fromAvaya(avaya.engagement));
    rowsOf(element)[2]!.querySelector('button')!.click();
    await element.updateComplete;
    expect(rowsOf(element)[2]!.querySelector('dl')).to.not.equal(null);
    element.record = fromGlia(glia.engagementAnswer);
    await element.updateComplete;
    expect(rowsOf(element)).to.have.length(4);
    expect(element.shadowRoot!.querySelector('ol dl')).to.equal(null);
  });

  for (const bad of ['Mars/Olympus', 'nothing at all']) {
    it(`takes its own time zone for ${bad}`, async () => {
      const element = await mountTimeline(createRecord(morning), {timeZone: bad});
      expect(rowsOf(element)).to.have.length(1);
    });
  }

  for (const [locale, language, text] of [
    ['de-AT', 'de', 'Gesamter Kontakt 10:00:00 – 10:10:00 10 Min.'],
    ['ar', 'ar', 'المحادثة كاملة'],
    ['de_DE', 'de', 'Gesamter Kontakt 10:00:00 – 10:10:00 10 Min.'],
    ['tlh', 'en', 'Whole engagement'],
    ['', 'en', 'Whole engagement'],
  ] as const) {
    it(`speaks ${language} when it is asked for ${JSON.stringify(locale)}`, async () => {
      const element = await mountTimeline(createRecord(morning), {locale});
      const section = element.shadowRoot!.querySelector('section')!;
      await waitUntil(() => section.lang === language, 'the language is loaded');
      expect(tell(element)[0]).to.contain(text);
    });
  }

  it('speaks the language of the page when it is asked for none', async () => {
    document.documentElement.lang = 'de';
    const element = await mountTimeline(createRecord(morning), {locale: undefined});
    await waitUntil(() => tell(element)[0]!.startsWith('Gesamter Kontakt'));
    document.documentElement.lang = 'en';
  });
});
