import {inFile, under, type Covering, type Seed} from './entry.js';

const client = inFile('test/vendors/glia/glia-client.test.ts', 'GliaClient, as seed 001 publishes it');
const schema = inFile('test/vendors/glia/engagement-schemas.test.ts', 'an engagement of seed 001');
const request = (title: string): Covering => client(`Methods, paths and headers › ${title}`);
const query = (title: string): Covering => client(`Query parameters of Engagements › ${title}`);
const ofKind = (part: string) => (name: string) =>
  schema(`Fields of the ${part} › ${name.split('.').at(-1) ?? ''} may not be of another kind`);
const takes = (part: string, name: string) => (value: string) =>
  schema(`Values in the ${part} › ${name} may be ${JSON.stringify(value === '<empty>' ? '' : value)}`);

const version = 'application/vnd.salemove.v1+json';
const engagementId = request('engagement_id stays in its place, whatever is in it');

const list = under('Engagements');
const listed = request('Engagements: GET https://api.glia.com/engagements');
const one = under('Engagement');
const read = request('Engagement: GET https://api.glia.com/engagements/{engagement_id}');
const end = under('End Engagement');
const ended = request('End Engagement: PATCH https://api.glia.com/engagements/{engagement_id}');
const endedInJson = request('End Engagement has Content-Type application/json');
const exporting = under('Export Engagement');
const exported = request('Export Engagement: POST https://api.glia.com/engagements/{engagement_id}/export');
const exportedInJson = request('Export Engagement has Content-Type application/json');
const wait = under('Fetch Queue Average Wait Duration');
const waited = request('Fetch Queue Average Wait Duration: GET https://api.glia.com/engagements/queue/wait_duration');

const outputFields = under('Output fields');
const visitor = under('Visitor');
const chatTranscript = under('Chat Transcript');
const operators = under('Operators');
const sources = under('Engagement Sources');
const leg = under('Engagement Leg');
const queues = under('Queues');

const media = ['text', 'audio', 'video'];

export const seed001: Seed = {
  number: '001',
  title: 'Glia, Engagements',
  entries: [
    list.entry('endpoint', 'GET /engagements', listed),
    list.entry('header', 'Authorization', listed),
    list.entry('value', 'Bearer', listed),
    list.entry('header', 'Accept', listed),
    list.entry('value', version, listed),
    list.entry('query parameter', 'site_ids', query('site_ids')),
    list.entry('query parameter', 'operator_ids', [
      query('operator_ids'),
      query('operator_ids that are empty, for any operator'),
    ]),
    list.entry('query parameter', 'start_date', query('start_date')),
    list.entry('query parameter', 'end_date', query('end_date')),
    list.entry('query parameter', 'per_page', query('per_page')),
    list.entry('query parameter', 'order', query('order asc')),
    list.entry('value', 'asc', query('order asc')),
    list.entry('value', 'desc', query('order desc')),
    ...list.fields('list', ['next_page'], () => [
      client('Pages › next_page is followed as it stands, until it is null'),
      client('Examples of answers › are no others: next_page: expected string, got number'),
    ]),
    ...list.fields('list', ['engagements'], () =>
      client('Examples of answers › are no others: engagements: expected array, got object'),
    ),

    one.entry('endpoint', 'GET /engagements/{engagement_id}', read),
    one.entry('header', 'Authorization', read),
    one.entry('header', 'Accept', read),
    one.entry('value', version, read),
    one.entry('path parameter', 'engagement_id', [read, engagementId]),
    one.entry(
      'endpoint',
      'GET /sub_engagements/1122834/recordings/XaMiTQI',
      request('a recording: GET https://api.glia.com/sub_engagements/1122834/recordings/XaMiTQI'),
    ),
    one.entry(
      'endpoint',
      'GET /sub_engagements/1120220/twilio_recordings/4994',
      client('A recording › is the address of a file, for /sub_engagements/1120220/twilio_recordings/4994'),
    ),
    one.entry('answer', '204 No Content', client('A recording › is null while the answer is 204 No Content')),

    ...outputFields.fields('engagement', ['id'], () => schema('needs nothing but its id')),
    ...outputFields.fields('engagement', ['engagement_type'], ofKind('engagement')),
    ...outputFields.values(
      'engagement.engagement_type',
      ['proactive', 'reactive'],
      takes('engagement', 'engagement_type'),
    ),
    ...outputFields.fields(
      'engagement',
      [
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
      ],
      ofKind('engagement'),
    ),
    ...outputFields.values('engagement.platform', ['omnibrowse', 'omnicore'], takes('engagement', 'platform')),
    ...outputFields.fields(
      'engagement',
      ['visitor', 'chat_transcript', 'operators', 'source', 'queues', 'legs'],
      ofKind('engagement'),
    ),
    ...visitor.fields('engagement.visitor', ['href'], ofKind('visitor')),
    ...chatTranscript.fields('engagement.chat_transcript', ['href'], ofKind('chat_transcript')),
    ...operators.fields('engagement.operators', ['href'], ofKind('operators')),
    ...sources.values(
      ['engagement.source', 'engagement.legs.request_source'],
      [
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
        '<empty>',
      ],
      (value) => [takes('engagement', 'source')(value), takes('leg', 'request_source')(value)],
    ),

    ...leg.fields('engagement.legs', ['id', 'operator'], ofKind('leg')),
    ...leg.fields('engagement.legs.operator', ['operator.id'], ofKind('operator of a leg')),
    ...leg.fields('engagement.legs', ['site'], ofKind('leg')),
    ...leg.fields('engagement.legs.site', ['site.id'], ofKind('site of a leg')),
    ...leg.fields('engagement.legs', ['requested_at', 'accepted_at', 'request_type'], ofKind('leg')),
    ...leg.values('engagement.legs.request_type', ['reactive', 'proactive', 'transfer'], takes('leg', 'request_type')),
    ...leg.fields('engagement.legs', ['request_source', 'offered_media_type'], ofKind('leg')),
    ...leg.values(
      'engagement.legs.offered_media_type',
      ['text', 'audio', 'phone', 'video'],
      takes('leg', 'offered_media_type'),
    ),
    ...leg.fields('engagement.legs', ['accepted_media_type'], ofKind('leg')),
    ...leg.values(
      'engagement.legs.accepted_media_type',
      ['text', 'audio', 'phone', 'video'],
      takes('leg', 'accepted_media_type'),
    ),
    ...leg.fields('engagement.legs', ['request_queues', 'duration', 'highest_visitor_media_type'], ofKind('leg')),
    ...leg.values('engagement.legs.highest_visitor_media_type', media, takes('leg', 'highest_visitor_media_type')),
    ...leg.fields('engagement.legs', ['highest_operator_media_type'], ofKind('leg')),
    ...leg.values('engagement.legs.highest_operator_media_type', media, takes('leg', 'highest_operator_media_type')),
    ...leg.fields('engagement.legs', ['used_cobrowsing', 'ended_at', 'end_reason'], ofKind('leg')),
    ...leg.values(
      'engagement.legs.end_reason',
      ['visitor_left', 'visitor_hung_up', 'operator_left', 'operator_hung_up', 'error', 'transfer'],
      takes('leg', 'end_reason'),
    ),
    ...queues.fields(['engagement.queues', 'engagement.legs.request_queues'], ['id', 'name'], (name) => [
      ofKind('queues')(name),
      ofKind('request_queues of a leg')(name),
    ]),

    end.entry('endpoint', 'PATCH /engagements/{engagement_id}', ended),
    end.entry('path parameter', 'engagement_id', [ended, engagementId]),
    end.entry('header', 'Authorization', ended),
    end.entry('header', 'Accept', ended),
    end.entry('value', version, ended),
    end.entry('header', 'Content-Type', endedInJson),
    end.entry('value', 'application/json', endedInJson),
    end.entry('body parameter', 'action', client('Body Parameters of End Engagement › action is end')),
    end.entry('value', 'end', client('Body Parameters of End Engagement › action is end')),
    end.entry('body parameter', 'reason', client('Body Parameters of End Engagement › reason error')),
    end.entry('value', 'error', client('Body Parameters of End Engagement › reason error')),
    ...end.fields('end', ['id', 'sub_engagement_id'], (name) =>
      client(
        `Examples of answers › are no others: ${name}: expected string or number, got ${name === 'id' ? 'null' : 'array'}`,
      ),
    ),

    exporting.entry('endpoint', 'POST /engagements/{engagement_id}/export', exported),
    exporting.entry('header', 'Authorization', exported),
    exporting.entry('header', 'Accept', exported),
    exporting.entry('value', version, exported),
    exporting.entry('header', 'Content-Type', exportedInJson),
    exporting.entry('value', 'application/json', exportedInJson),
    exporting.entry('path parameter', 'engagement_id', [exported, engagementId]),
    ...exporting.fields('export', ['success'], () =>
      client('Examples of answers › are no others: success: expected boolean, got string'),
    ),

    wait.entry('endpoint', 'GET /engagements/queue/wait_duration', waited),
    wait.entry('header', 'Authorization', waited),
    wait.entry('header', 'Accept', waited),
    wait.entry('value', version, waited),
    ...wait.fields('wait', ['average_duration_in_seconds'], () => [
      client('Examples of answers › Fetch Queue Average Wait Duration'),
      client('Examples of answers › are no others: average_duration_in_seconds: expected number, got string'),
    ]),
  ],
  beyond: {
    'recording.url': 'the document says that an address is returned, and not under which name',
  },
};
