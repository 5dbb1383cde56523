import {json, type Answer} from '../http/answer.js';

// The vendor's services report errors in five forms.

/** The error of an old service, which is inside a list. */
export const legacyError = (status: number, error: string, message: string): Answer =>
  json(status, [{error, message, debug_message: `${message} (sandbox)`}]);

export const legacyAuthError = (message: string): Answer => json(401, {message, debug_message: `${message} (sandbox)`});

export function platformError(status: number, type: string, message: string): Answer {
  const ref = 'https://docs.example/errors';
  return json(status, {message, type, ref, error_details: {authorization: [{message, type, ref}]}});
}

/** An invalid parameter of the query, in a list of details. */
export const invalidQuery = (attribute: string, detail: string): Answer =>
  json(422, {error: 'Unprocessable entity', status: 'error', details: [{attribute, detail}]});

/** An invalid field of the body, in a map of details. */
export const invalidBody = (field: string, ...messages: string[]): Answer =>
  json(422, {error: 'Unprocessable entity', status: 'error', details: {[field]: messages}});

export const routingError = (): Answer => json(404, {error_msg: '404 Route Not Found'});

export const forbidden = (): Answer => platformError(403, 'forbidden', 'The bearer may not do this');
