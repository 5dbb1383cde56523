import * as z from 'zod/mini';
import {reportSchema} from '../../../src/server/outcomes/outcome.schemas.js';
import {visitIdForm} from '../../../src/server/http/ids.js';
import {cancelDataSchema, ixnProfileSchema} from '../../../src/vendors/genesys/gateway/gateway.schemas.js';

const text = {type: 'string'};

/** What a client may send. */
function toSchema(schema: z.core.$ZodType): object {
  const {$schema: _, ...described} = z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'});
  return described;
}

export const schemas = {
  IxnProfile: toSchema(ixnProfileSchema.def.out),
  CancelData: toSchema(cancelDataSchema.def.out),
  Delivery: {
    type: 'object',
    required: ['status', 'listening', 'pages'],
    properties: {
      status: {const: 'ok'},
      engagementID: {...text, description: 'Id of the attempt, given or made.'},
      listening: {type: 'boolean', description: 'Whether a page of the visitor listens now.'},
      pages: {type: 'array', items: text, description: 'Ids of the pages that listen, as far as they are known.'},
    },
  },
  TicketRequest: {
    type: 'object',
    required: ['visit', 'origin'],
    properties: {
      visit: {...text, pattern: visitIdForm.source},
      origin: {...text, description: 'Origin of the page, such as `https://www.brand.example`.'},
    },
  },
  Ticket: {type: 'object', required: ['ticket'], properties: {ticket: text}},
  Report: toSchema(reportSchema),
  WaitTime: {
    type: 'object',
    required: ['seconds'],
    properties: {seconds: {type: ['number', 'null'], description: 'Null if nobody knows.'}},
  },
  Handoff: {type: 'object', description: 'The answer of LivePerson’s External Engagement API.'},
  Problem: {
    type: 'object',
    description: 'RFC 9457. It repeats nothing of the request.',
    required: ['type', 'title', 'status', 'detail'],
    properties: {type: {const: 'about:blank'}, title: text, status: {type: 'integer'}, detail: text},
  },
};

export type SchemaName = keyof typeof schemas;

export const refer = (name: SchemaName): object => ({$ref: `#/components/schemas/${name}`});
