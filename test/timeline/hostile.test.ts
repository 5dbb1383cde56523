import {expect} from '@open-wc/testing';
import type {EngagementRecord} from '../../src/record/engagement-record.js';
import {toEngagementRecord as fromAvaya} from '../../src/vendors/avaya/index.js';
import {toEngagementRecord as fromGlia} from '../../src/vendors/glia/index.js';
import * as avaya from '../fixtures/avaya/seed-003.js';
import * as glia from '../fixtures/glia/seed-001.js';
import {openFramePage} from '../support/pages/frame-page.js';
import {mountTimeline, rowsOf} from '../support/element/timeline.js';
import {waitUntil} from '../support/wait-until.js';

const payloads = [
  '<img src=x onerror="window.hacked = true">',
  '<script>window.hacked = true</script>',
  '"><svg onload="window.hacked = true">',
  '${window.hacked = true}',
  'javascript:window.hacked=true',
  '<!--?lit$',
  '\u202e<b>reversed</b>',
];

/** Puts a text in the place of every string of a record, its times excepted; names of facts change with them. */
function poison(value: unknown, payload: string, path = ''): unknown {
  if (typeof value === 'string') return path.endsWith('.text') ? value : payload;
  if (Array.isArray(value)) return value.map((item) => poison(item, payload, path));
  if (typeof value !== 'object' || value === null) return value;
  const isFacts = /\.(details|attributes|links|identifiers)$/.test(path);
  return Object.fromEntries(
    Object.entries(value).map(([key, item], index) => [
      isFacts ? `${payload}${index}` : key,
      poison(item, payload, `${path}.${key}`),
    ]),
  );
}

const records: Readonly<Record<string, EngagementRecord>> = {
  'Customer Journey API': fromAvaya(avaya.engagement),
  'Glia REST API': fromGlia(glia.engagementAnswer),
};

/** How many elements of which name there are, with every row open. */
async function countElements(record: EngagementRecord): Promise<Record<string, number>> {
  const element = await mountTimeline(record);
  for (const row of rowsOf(element)) row.querySelector('button')?.click();
  await element.updateComplete;
  const counts: Record<string, number> = {};
  for (const {localName} of element.shadowRoot!.querySelectorAll('*')) {
    counts[localName] = (counts[localName] ?? 0) + 1;
  }
  expect(element.shadowRoot!.querySelectorAll('[onerror], [onload], [style*=url], a, script, img')).to.have.length(0);
  return counts;
}

describe('A record with hostile texts', () => {
  for (const [title, record] of Object.entries(records)) {
    it(`stays text: ${title}`, async () => {
      const harmless = await countElements(poison(record, 'harmless') as EngagementRecord);
      for (const payload of payloads) {
        const poisoned = poison(record, payload) as EngagementRecord;
        expect(await countElements(poisoned), payload).to.deep.equal(harmless);
      }
      expect('hacked' in window).to.equal(false);
    });
  }

  it('shows the text as it is', async () => {
    const [payload = ''] = payloads;
    const element = await mountTimeline(poison(records['Customer Journey API'], payload) as EngagementRecord);
    expect(rowsOf(element)[1]!.querySelector('.who')!.textContent).to.equal(payload);
  });
});

describe('A record with hostile addresses', () => {
  const addresses = [
    'javascript:parent.hacked=true',
    'data:text/html,<script>parent.hacked=true</script>',
    'vbscript:msgbox(1)',
    'https://evil.example/recording.mp3',
    '//evil.example/recording.mp3',
    'file:///etc/passwd',
  ];

  for (const address of addresses) {
    it(`has nothing that leads to ${address}, whatever is clicked`, async () => {
      const page = await openFramePage({tag: 'engagement-timeline'});
      const element = page.document.createElement('engagement-timeline');
      const record = poison(records['Glia REST API'], address) as EngagementRecord;
      const links = {transcript: address, [address]: address};
      element.record = {...record, recordings: [{kind: 'audio', url: address}], links};
      page.document.body.append(element);
      const root = element.shadowRoot!;
      await waitUntil(() => root.querySelectorAll('ol > li').length > 2, 'the rows are drawn');
      for (const button of root.querySelectorAll<HTMLElement>('ol button')) button.click();
      await element.updateComplete;
      expect(root.querySelectorAll('dl').length).to.be.above(2);
      const event = ['click', 'auxclick'] as const;
      for (const target of root.querySelectorAll('*')) {
        for (const name of event) {
          target.dispatchEvent(new page.window.MouseEvent(name, {bubbles: true, composed: true, cancelable: true}));
        }
      }
      await element.updateComplete;
      expect(root.querySelectorAll('a, area, form, iframe, audio, video, [href], [src], [action]')).to.have.lengthOf(0);
      expect([page.opened, page.problems, page.isUnmoved(), 'hacked' in window]).to.deep.equal([[], [], true, false]);
      page.close();
    });
  }
});
