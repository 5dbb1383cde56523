import {expect} from '@open-wc/testing';
import type {EngagementRecord} from '../../src/record/engagement-record.js';
import {toEngagementRecord as fromAvaya} from '../../src/vendors/avaya/index.js';
import {toEngagementRecord as fromGlia} from '../../src/vendors/glia/index.js';
import * as avaya from '../fixtures/avaya/seed-003.js';
import * as glia from '../fixtures/glia/seed-001.js';
import {mountTimeline, rowsOf} from '../support/timeline.js';

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
  'seed 003': fromAvaya(avaya.engagement),
  'seed 001': fromGlia(glia.engagementAnswer),
};

/** How many elements of which name there are, with every row open. */
async function countElements(record: EngagementRecord): Promise<Record<string, number>> {
  const element = await mountTimeline(record);
  for (const row of rowsOf(element)) row.querySelector('button')!.click();
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
    const element = await mountTimeline(poison(records['seed 003'], payload) as EngagementRecord);
    expect(rowsOf(element)[1]!.querySelector('.who')!.textContent).to.equal(payload);
  });
});
