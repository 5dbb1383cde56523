import {under, type VendorDocument} from './entry.js';

const version = 'application/vnd.salemove.v1+json';

const list = under('Engagements');
const one = under('Engagement');
const end = under('End Engagement');
const exporting = under('Export Engagement');
const wait = under('Fetch Queue Average Wait Duration');

const outputFields = under('Output fields');
const visitor = under('Visitor');
const chatTranscript = under('Chat Transcript');
const operators = under('Operators');
const sources = under('Engagement Sources');
const leg = under('Engagement Leg');
const queues = under('Queues');

const media = ['text', 'audio', 'video'];

export const gliaEngagements: VendorDocument = {
  name: 'glia-engagements',
  title: 'Glia, Engagements',
  entries: [
    list.entry('endpoint', 'GET /engagements', 'GL1'),
    list.entry('header', 'Authorization', 'GL1'),
    list.entry('value', 'Bearer', 'GL1'),
    list.entry('header', 'Accept', 'GL1'),
    list.entry('value', version, 'GL1'),
    list.entry('query parameter', 'site_ids', 'GL2'),
    list.entry('query parameter', 'operator_ids', 'GL2'),
    list.entry('query parameter', 'start_date', 'GL2'),
    list.entry('query parameter', 'end_date', 'GL2'),
    list.entry('query parameter', 'per_page', 'GL2'),
    list.entry('query parameter', 'order', 'GL2'),
    list.entry('value', 'asc', 'GL2'),
    list.entry('value', 'desc', 'GL2'),
    ...list.fields('list', ['next_page'], ['GL3', 'GL4']),
    ...list.fields('list', ['engagements'], 'GL4'),

    one.entry('endpoint', 'GET /engagements/{engagement_id}', 'GL1'),
    one.entry('header', 'Authorization', 'GL1'),
    one.entry('header', 'Accept', 'GL1'),
    one.entry('value', version, 'GL1'),
    one.entry('path parameter', 'engagement_id', ['GL1', 'GL5']),
    one.entry('endpoint', 'GET /sub_engagements/1122834/recordings/XaMiTQI', 'GL1'),
    one.entry('endpoint', 'GET /sub_engagements/1120220/twilio_recordings/4994', 'GL6'),
    one.entry('answer', '204 No Content', 'GL7'),

    ...outputFields.fields('engagement', ['id'], 'GL8'),
    ...outputFields.fields('engagement', ['engagement_type'], 'GL9'),
    ...outputFields.values('engagement.engagement_type', ['proactive', 'reactive'], 'GL10'),
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
      'GL9',
    ),
    ...outputFields.values('engagement.platform', ['omnibrowse', 'omnicore'], 'GL10'),
    ...outputFields.fields(
      'engagement',
      ['visitor', 'chat_transcript', 'operators', 'source', 'queues', 'legs'],
      'GL9',
    ),
    ...visitor.fields('engagement.visitor', ['href'], 'GL9'),
    ...chatTranscript.fields('engagement.chat_transcript', ['href'], 'GL9'),
    ...operators.fields('engagement.operators', ['href'], 'GL9'),
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
      'GL10',
    ),

    ...leg.fields('engagement.legs', ['id', 'operator'], 'GL9'),
    ...leg.fields('engagement.legs.operator', ['operator.id'], 'GL9'),
    ...leg.fields('engagement.legs', ['site'], 'GL9'),
    ...leg.fields('engagement.legs.site', ['site.id'], 'GL9'),
    ...leg.fields('engagement.legs', ['requested_at', 'accepted_at', 'request_type'], 'GL9'),
    ...leg.values('engagement.legs.request_type', ['reactive', 'proactive', 'transfer'], 'GL10'),
    ...leg.fields('engagement.legs', ['request_source', 'offered_media_type'], 'GL9'),
    ...leg.values('engagement.legs.offered_media_type', ['text', 'audio', 'phone', 'video'], 'GL10'),
    ...leg.fields('engagement.legs', ['accepted_media_type'], 'GL9'),
    ...leg.values('engagement.legs.accepted_media_type', ['text', 'audio', 'phone', 'video'], 'GL10'),
    ...leg.fields('engagement.legs', ['request_queues', 'duration', 'highest_visitor_media_type'], 'GL9'),
    ...leg.values('engagement.legs.highest_visitor_media_type', media, 'GL10'),
    ...leg.fields('engagement.legs', ['highest_operator_media_type'], 'GL9'),
    ...leg.values('engagement.legs.highest_operator_media_type', media, 'GL10'),
    ...leg.fields('engagement.legs', ['used_cobrowsing', 'ended_at', 'end_reason'], 'GL9'),
    ...leg.values(
      'engagement.legs.end_reason',
      ['visitor_left', 'visitor_hung_up', 'operator_left', 'operator_hung_up', 'error', 'transfer'],
      'GL10',
    ),
    ...queues.fields(['engagement.queues', 'engagement.legs.request_queues'], ['id', 'name'], 'GL9'),

    end.entry('endpoint', 'PATCH /engagements/{engagement_id}', 'GL1'),
    end.entry('path parameter', 'engagement_id', ['GL1', 'GL5']),
    end.entry('header', 'Authorization', 'GL1'),
    end.entry('header', 'Accept', 'GL1'),
    end.entry('value', version, 'GL1'),
    end.entry('header', 'Content-Type', 'GL11'),
    end.entry('value', 'application/json', 'GL11'),
    end.entry('body parameter', 'action', 'GL12'),
    end.entry('value', 'end', 'GL12'),
    end.entry('body parameter', 'reason', 'GL12'),
    end.entry('value', 'error', 'GL12'),
    ...end.fields('end', ['id', 'sub_engagement_id'], 'GL4'),

    exporting.entry('endpoint', 'POST /engagements/{engagement_id}/export', 'GL1'),
    exporting.entry('header', 'Authorization', 'GL1'),
    exporting.entry('header', 'Accept', 'GL1'),
    exporting.entry('value', version, 'GL1'),
    exporting.entry('header', 'Content-Type', 'GL11'),
    exporting.entry('value', 'application/json', 'GL11'),
    exporting.entry('path parameter', 'engagement_id', ['GL1', 'GL5']),
    ...exporting.fields('export', ['success'], 'GL4'),

    wait.entry('endpoint', 'GET /engagements/queue/wait_duration', 'GL1'),
    wait.entry('header', 'Authorization', 'GL1'),
    wait.entry('header', 'Accept', 'GL1'),
    wait.entry('value', version, 'GL1'),
    ...wait.fields('wait', ['average_duration_in_seconds'], ['GL13', 'GL4']),
  ],
  beyond: {
    'recording.url': 'the document says that an address is returned, and not under which name',
  },
};
