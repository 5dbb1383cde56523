import {expect} from '@open-wc/testing';
import {engagementSchema} from '../../../src/vendors/glia/engagement.schemas.js';
import * as seed from '../../fixtures/glia/seed-001.js';

const [leg] = seed.engagementAnswer.legs;
const withLeg = (fields: object): object => ({...seed.engagementAnswer, legs: [{...leg, ...fields}]});

/** Output fields of the Glia REST API, and of what is nested in them. */
const fields: Readonly<Record<string, readonly string[]>> = {
  engagement: [
    'engagement_type',
    'created_at',
    'duration',
    'visitor_name',
    'visitor_browser',
    'visitor_device_type',
    'visitor_id',
    'cobrowsing_used',
    'video_used',
    'audio_used',
    'flagged',
    'queue_wait_time',
    'audio_recording_urls',
    'crm_forwarded',
    'summary_forwarded',
    'platform',
    'visitor',
    'chat_transcript',
    'operators',
    'source',
    'queues',
    'legs',
  ],
  leg: [
    'id',
    'operator',
    'site',
    'requested_at',
    'accepted_at',
    'request_type',
    'request_source',
    'offered_media_type',
    'accepted_media_type',
    'request_queues',
    'duration',
    'highest_visitor_media_type',
    'highest_operator_media_type',
    'used_cobrowsing',
    'ended_at',
    'end_reason',
  ],
  visitor: ['href'],
  chat_transcript: ['href'],
  operators: ['href'],
  queues: ['id', 'name'],
  'operator of a leg': ['id'],
  'site of a leg': ['id'],
  'request_queues of a leg': ['id', 'name'],
};

const withField: Readonly<Record<string, (name: string, value: unknown) => object>> = {
  engagement: (name, value) => ({...seed.engagementAnswer, [name]: value}),
  leg: (name, value) => withLeg({[name]: value}),
  visitor: (name, value) => ({id: 'e', visitor: {[name]: value}}),
  chat_transcript: (name, value) => ({id: 'e', chat_transcript: {[name]: value}}),
  operators: (name, value) => ({id: 'e', operators: [{[name]: value}]}),
  queues: (name, value) => ({id: 'e', queues: [{[name]: value}]}),
  'operator of a leg': (name, value) => withLeg({operator: {[name]: value}}),
  'site of a leg': (name, value) => withLeg({site: {[name]: value}}),
  'request_queues of a leg': (name, value) => withLeg({request_queues: [{[name]: value}]}),
};

/** Engagement Sources of the Glia REST API; the last of them is its `<empty>`. */
const sources = [
  'button_embed',
  'callout',
  'external_call',
  'facebook',
  'hotlink',
  'offline_phone',
  'outbound_call',
  'outbound_text',
  'sdk',
  'slack',
  'sms',
  'tab',
  'visitor_integrator',
  'whatsapp',
  '',
];

/** Published values of every field that has a list of them. */
const enums: Readonly<Record<string, readonly [name: string, values: readonly string[]][]>> = {
  engagement: [
    ['engagement_type', ['proactive', 'reactive']],
    ['platform', ['omnibrowse', 'omnicore']],
    ['source', sources],
  ],
  leg: [
    ['request_type', ['reactive', 'proactive', 'transfer']],
    ['request_source', sources],
    ['offered_media_type', ['text', 'audio', 'phone', 'video']],
    ['accepted_media_type', ['text', 'audio', 'phone', 'video']],
    ['highest_visitor_media_type', ['text', 'audio', 'video']],
    ['highest_operator_media_type', ['text', 'audio', 'video']],
    ['end_reason', ['visitor_left', 'visitor_hung_up', 'operator_left', 'operator_hung_up', 'error', 'transfer']],
  ],
};

describe('an engagement of the Glia REST API', () => {
  for (const [index, engagement] of [...seed.listAnswer.engagements, seed.engagementAnswer].entries()) {
    it(`is read as it stands in example ${index + 1}`, () => {
      expect(engagementSchema.parse(engagement)).to.deep.equal(engagement);
    });
  }

  for (const [part, names] of Object.entries(fields)) {
    describe(`Fields of the ${part}`, () => {
      for (const name of names) {
        it(`${name} may be absent or null`, () => {
          for (const value of [undefined, null]) {
            const engagement = withField[part]!(name, value);
            expect(engagementSchema.parse(engagement)).to.deep.equal(engagement);
          }
        });

        it(`${name} may not be of another kind [GL9]`, () => {
          expect(engagementSchema.safeParse(withField[part]!(name, Symbol('other'))).success).to.equal(false);
        });
      }
    });

    describe(`Values in the ${part}`, () => {
      for (const [name, values] of enums[part] ?? []) {
        for (const value of [...values, 'one of tomorrow']) {
          it(`${name} may be ${JSON.stringify(value)} [GL10]`, () => {
            const engagement = withField[part]!(name, value);
            expect(engagementSchema.parse(engagement)).to.deep.equal(engagement);
          });
        }
      }
    });
  }

  it('needs nothing but its id [GL8]', () => {
    expect(engagementSchema.parse({id: 'e'})).to.deep.equal({id: 'e'});
    expect(engagementSchema.safeParse({...seed.engagementAnswer, id: null}).success).to.equal(false);
  });

  it('keeps fields that are not published, at every depth', () => {
    const extra = {tomorrow: {a: [1]}};
    const engagement = {
      ...withLeg({...extra, operator: {id: 'o', ...extra}, request_queues: [{id: 'q', name: 'Q', ...extra}]}),
      ...extra,
      visitor: {href: 'h', ...extra},
      operators: [{href: 'h', ...extra}],
      queues: [{id: 'q', name: null, ...extra}],
    };
    expect(engagementSchema.parse(engagement)).to.deep.equal(engagement);
  });

  it('has ids in text, also where they come as numbers', () => {
    const numbered = {id: 1, visitor_id: 2, queues: [{id: 3}], legs: [{id: 4, operator: {id: 5}, site: {id: 6}}]};
    expect(engagementSchema.parse(numbered)).to.deep.equal({
      id: '1',
      visitor_id: '2',
      queues: [{id: '3'}],
      legs: [{id: '4', operator: {id: '5'}, site: {id: '6'}}],
    });
  });
});
