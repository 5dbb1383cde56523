/**
 * An answer with JSON. Unlike `Response.json`, it is made by the class that the server's adapter may have put in place of
 * the platform's, which it sends without a stream.
 */
export function toJson(value: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {headers: {'Content-Type': 'application/json', ...headers}});
}
