import {eventIdForm, pageIdForm, visitIdForm} from '../../../src/server/http/ids.js';
import {refer, type SchemaName} from './schemas.js';

const retryAfter = {'Retry-After': {description: 'In seconds.', schema: {type: 'integer'}}};

const refusals: Readonly<Record<number, string>> = {
  400: 'Something is wrong with the request; `detail` says what.',
  401: 'The token of a server is missing or unknown.',
  403: 'The origin is not listed, or the ticket is not good.',
  405: 'Another method.',
  413: 'More than 64 KiB.',
  429: 'Too many.',
  502: 'The platform refuses the server.',
  503: 'The store of notifications or the platform cannot be reached, or the server shuts down.',
};

type Status = keyof typeof refusals;

function refuse(...statuses: readonly Status[]): object {
  const entries = statuses.map((status) => {
    const headers = [429, 502, 503].includes(status) ? {headers: retryAfter} : {};
    const content = {'application/problem+json': {schema: refer('Problem')}};
    return [status, {description: refusals[status], ...headers, content}];
  });
  return Object.fromEntries(entries) as object;
}

const json = (schema: object): object => ({'application/json': {schema}});
const answer = (description: string, name: SchemaName): object => ({description, content: json(refer(name))});
const forServers = [{server: []}];

function gatewayCall(summary: string, parameter: string, object: SchemaName): object {
  const wrapped = {type: 'object', required: [parameter], properties: {[parameter]: refer(object)}};
  const form = {type: 'object', properties: {[parameter]: {type: 'string', description: 'The object as JSON.'}}};
  return {
    post: {
      summary,
      description: 'A call with an `engagementID` may be repeated: the page gets it once in 60 s.',
      security: forServers,
      requestBody: {
        required: true,
        content: {
          ...json({anyOf: [wrapped, refer(object)]}),
          'application/x-www-form-urlencoded': {schema: form},
        },
      },
      responses: {200: answer('It is on its way.', 'Delivery'), ...refuse(400, 401, 405, 413, 429, 503)},
    },
  };
}

const engage = gatewayCall('Invites a visitor', 'ixnProfile', 'IxnProfile');
const noengage = gatewayCall('Takes an invitation back', 'cancelData', 'CancelData');

function parameter(name: string, description: string, form?: RegExp): object {
  return {name, in: 'query', description, schema: {type: 'string', ...(form && {pattern: form.source})}};
}

const stream = {
  get: {
    summary: 'The notifications of a visit, as server-sent events',
    description:
      'Unnamed events hold lists of messages. An event `retry` holds the pause before the next connection, in ms.',
    parameters: [
      {...parameter('visit', 'Id of the visit.', visitIdForm), required: true},
      {...parameter('ticket', 'A ticket that was not used before.'), required: true},
      parameter('page', 'Id of the page.', pageIdForm),
      parameter('lastEventId', 'Id of the last event that the browser has got.', eventIdForm),
    ],
    responses: {
      200: {description: 'The stream.', content: {'text/event-stream': {schema: {type: 'string'}}}},
      ...refuse(400, 403, 405, 429, 503),
    },
  },
};

const tickets = {
  post: {
    summary: 'A ticket for a page of the visitor',
    security: forServers,
    requestBody: {required: true, content: json(refer('TicketRequest'))},
    responses: {200: answer('Good for one stream within 60 s.', 'Ticket'), ...refuse(400, 401, 405, 413)},
  },
};

const outcomes = {
  post: {
    summary: 'What became of invitations',
    description: 'A ticket proves for a day longer than it opens a stream that the page belongs to the visit.',
    requestBody: {required: true, content: {'text/plain': {schema: refer('Report')}}},
    responses: {204: {description: 'Each outcome is taken once.'}, ...refuse(400, 403, 405, 413, 503)},
  },
};

const platform = (summary: string, name: SchemaName): object => ({
  get: {summary, responses: {200: answer(summary, name), ...refuse(403, 405, 429, 502, 503)}},
});

export const paths: Readonly<Record<string, object>> = {
  '/server/data/gateway/engage': engage,
  '/server/data/gateway/noengage': noengage,
  '/backend/data/gateway/engage': engage,
  '/backend/data/gateway/noengage': noengage,
  '/notifications': stream,
  '/tickets': tickets,
  '/outcomes': outcomes,
  '/handoff': platform('A one-time link to a conversation', 'Handoff'),
  '/wait-time': platform('How long visitors wait', 'WaitTime'),
};
