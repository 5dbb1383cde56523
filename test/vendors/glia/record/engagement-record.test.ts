import {expect} from '@open-wc/testing';
import type {EngagementRecord} from '../../../../src/record/engagement-record.js';
import {toEngagementRecord} from '../../../../src/vendors/glia/record/engagement-record.js';
import {engagementSchema} from '../../../../src/vendors/glia/engagement.schemas.js';
import * as seed from '../../../fixtures/glia/seed-001.js';

const record = (engagement: object): EngagementRecord => toEngagementRecord(engagementSchema.parse(engagement));
const [queued, recorded, plain] = seed.listAnswer.engagements as [object, object, object];
const whole = record(seed.engagementAnswer);
const [leg, secondLeg] = seed.engagementAnswer.legs as [object, object];

describe('the record of an engagement at Glia', () => {
  it('tells the whole engagement', () => {
    expect(whole).to.deep.include({
      vendor: 'glia',
      id: 'eea868ad-9d58-4db9-a663-5fd766728980',
      status: 'ended',
      direction: 'inbound',
      channels: ['text', 'video', 'audio', 'cobrowsing'],
      source: 'tab',
      requestedAt: {text: '2017-07-07T13:47:10.000Z', ms: 1499435230000, basis: 'measured'},
      startedAt: {text: '2017-07-07T13:47:21.150Z', ms: 1499435241150, basis: 'measured'},
      endedAt: {text: '2017-07-07T13:51:48.150Z', ms: 1499435508150, basis: 'measured'},
      duration: {seconds: 268, basis: 'measured'},
      wait: {seconds: 42, basis: 'measured'},
      endReason: 'visitor_left',
      queues: [{id: '82af2b5d-4ea5-40c8-bab2-a87d39598a81', name: 'Queue name', details: {}}],
      recordings: [{kind: 'audio', url: 'https://api.salemove.com/sub_engagements/1122834/recordings/XaMiTQI'}],
      topics: [],
      skills: [],
      identifiers: {},
      links: {
        visitor: 'https://api.salemove.com/visitors/039124e6-b4e8-4a0d-b420-5b6696c7ecb4',
        transcript: 'https://api.salemove.com/engagements/eea868ad-9d58-4db9-a663-5fd766728980/chat_transcript',
      },
      raw: seed.engagementAnswer,
    });
  });

  it('tells the customer, and each operator once', () => {
    expect(whole.participants).to.deep.equal([
      {
        id: '039124e6-b4e8-4a0d-b420-5b6696c7ecb4',
        role: 'customer',
        name: 'Sasha Brown',
        details: {visitor_browser: 'Chrome', visitor_device_type: 'mobile'},
      },
      {id: 'f42811bc-8519-4d33-bbb1-36d4555ecb0a', role: 'agent', details: {}},
      {id: '0fca6673-1938-4a1f-a72e-262c19700ab6', role: 'agent', details: {}},
    ]);
  });

  it('tells the legs', () => {
    expect(whole.legs).to.have.lengthOf(2);
    expect(whole.legs[0]).to.deep.equal({
      id: '78cb0e78-c995-461c-8659-d2364025a33e',
      participantId: 'f42811bc-8519-4d33-bbb1-36d4555ecb0a',
      requestType: 'reactive',
      channel: 'text',
      requestedAt: {text: '2017-07-07T13:47:10.000Z', ms: 1499435230000, basis: 'measured'},
      acceptedAt: {text: '2017-07-07T13:47:21.150Z', ms: 1499435241150, basis: 'measured'},
      endedAt: {text: '2017-07-07T13:49:10.150Z', ms: 1499435350150, basis: 'measured'},
      duration: {seconds: 109, basis: 'measured'},
      endReason: 'transfer',
      queues: [{id: '82af2b5d-4ea5-40c8-bab2-a87d39598a81', name: 'Queue name'}],
      details: {
        request_source: 'tab',
        offered_media_type: 'video',
        highest_visitor_media_type: 'text',
        highest_operator_media_type: 'text',
        used_cobrowsing: false,
        'site.id': '9dd25b48-c988-48cd-a4c3-56384d317e41',
      },
    });
  });

  it('tells the transfer that the second leg came of', () => {
    expect(whole.transfers).to.deep.equal([
      {
        to: 'agent',
        requestedAt: {text: '2017-07-07T13:48:55.000Z', ms: 1499435335000, basis: 'measured'},
        acceptedAt: {text: '2017-07-07T13:49:10.150Z', ms: 1499435350150, basis: 'measured'},
        fromAgentId: 'f42811bc-8519-4d33-bbb1-36d4555ecb0a',
        toAgentId: '0fca6673-1938-4a1f-a72e-262c19700ab6',
        queue: undefined,
        channel: 'text',
        details: {},
      },
    ]);
  });

  it('tells a transfer to a queue', () => {
    const legs = [leg, {...secondLeg, request_queues: [{id: 'q', name: 'Q'}]}];
    expect(record({id: 'e', legs}).transfers[0]).to.deep.include({to: 'queue', queue: {id: 'q', name: 'Q'}});
  });

  it('keeps every other plain fact under its own name', () => {
    expect(record({...seed.engagementAnswer, tomorrow: 'x'}).attributes).to.deep.equal({
      cobrowsing_used: true,
      video_used: true,
      audio_used: true,
      flagged: false,
      platform: 'omnicore',
      crm_forwarded: false,
      summary_forwarded: false,
      tomorrow: 'x',
    });
  });

  it('of a list, without legs, has a derived end and no status', () => {
    const {status, endedAt, requestedAt, legs, transfers} = record(plain);
    expect({status, requestedAt, legs, transfers}).to.deep.equal({
      status: undefined,
      requestedAt: undefined,
      legs: [],
      transfers: [],
    });
    expect(endedAt).to.deep.equal({text: '2017-07-06T11:29:24.508Z', ms: 1499340564508, basis: 'derived'});
  });

  it('of a running engagement has no end, whatever its duration so far', () => {
    const running = {...secondLeg, ended_at: null, end_reason: null};
    const {status, endedAt, endReason} = record({...seed.engagementAnswer, legs: [leg, running]});
    expect({status, endedAt, endReason}).to.deep.equal({status: undefined, endedAt: undefined, endReason: undefined});
  });

  const directions = [
    ['proactive', 'outbound'],
    ['reactive', 'inbound'],
    ['one of tomorrow', 'one of tomorrow'],
    [null, undefined],
  ] as const;
  for (const [engagement_type, direction] of directions) {
    it(`has the direction ${direction} for ${engagement_type}`, () => {
      expect(record({id: 'e', engagement_type}).direction).to.equal(direction);
    });
  }

  it('has no wait where none is told, and never takes the request for one', () => {
    expect(record({...seed.engagementAnswer, queue_wait_time: null}).wait).to.equal(undefined);
    expect(record(queued).wait).to.deep.equal({seconds: 42, basis: 'measured'});
  });

  it('takes a recording for audio where no flag says so, as in the second example', () => {
    expect(record(recorded).channels).to.deep.equal(['audio']);
    expect(record({...recorded, audio_used: false}).channels).to.deep.equal([]);
  });

  it('has the source of the whole before that of its first leg', () => {
    expect(record({...seed.engagementAnswer, source: 'sms'}).source).to.equal('sms');
  });

  it('takes the id of an operator from the path of the address', () => {
    const operators = [{href: 'https://api.glia.com/operators/o1?x=/2#/3'}, {href: null}, {}];
    expect(record({id: 'e', operators}).participants.slice(1)).to.deep.equal([{id: 'o1', role: 'agent', details: {}}]);
  });

  it('of an engagement that is nothing but an id is nearly empty', () => {
    const empty = record({id: 'e'});
    expect(empty.participants).to.deep.equal([{id: undefined, role: 'customer', name: undefined, details: {}}]);
    for (const name of ['channels', 'legs', 'queues', 'transfers', 'recordings'] as const) {
      expect(empty[name], name).to.deep.equal([]);
    }
    expect(empty.endedAt).to.equal(undefined);
    expect(empty.links).to.deep.equal({});
  });
});
