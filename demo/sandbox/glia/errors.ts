import {json, type Answer} from '../http/answer.js';

/** The five forms in which the vendor's services report an error. */

/** An old service; the oldest put it into a list. */
export const legacyError = (status: number, error: string, message: string): Answer =>
  json(status, [{error, message, debug_message: `${message} (sandbox)`}]);

export const legacyAuthError = (message: string): Answer => json(401, {message, debug_message: `${message} (sandbox)`});

export function platformError(status: number, type: string, message: string): Answer {
  const ref = 'https://docs.example/errors';
  return json(status, {message, type, ref, error_details: {authorization: [{message, type, ref}]}});
}

/** What is wrong with parameters of the query, as a list. */
export const invalidQuery = (attribute: string, detail: string): Answer =>
  json(422, {error: 'Unprocessable entity', status: 'error', details: [{attribute, detail}]});

/** What is wrong with fields of a body, as a map. */
export const invalidBody = (field: string, ...messages: string[]): Answer =>
  json(422, {error: 'Unprocessable entity', status: 'error', details: {[field]: messages}});

export const routingError = (): Answer => json(404, {error_msg: '404 Route Not Found'});

export const forbidden = (): Answer => platformError(403, 'forbidden', 'The bearer may not do this');
