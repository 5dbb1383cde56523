import type {Handler} from '../../../src/server/http/handler.js';
import type {Answer, Delivery} from './answer.js';
import type {SandboxRequest} from './request.js';
import type {ResponseWriter} from './response-writer.js';

/** Methods whose requests must not have a body. */
const bodiless = ['GET', 'HEAD'];

export function toRequest({method, url, headers, body}: SandboxRequest): Request {
  const content = bodiless.includes(method) ? null : body;
  return new Request(url, {method, headers: headers as Record<string, string>, body: content});
}

/** Has a handler of the brand's own server answer. */
export async function answerBy(handler: Handler, request: SandboxRequest): Promise<Answer> {
  return toAnswer(await handler(toRequest(request)));
}

export async function toAnswer(response: Response): Promise<Answer> {
  return {...headOf(response), body: await response.text()};
}

/**
 * The same for an answer that stays open until either side ends it.
 *
 * @param connections gets a function that ends it as long as it is open
 */
export async function streamBy(
  handler: Handler,
  request: SandboxRequest,
  connections: Set<() => void>,
): Promise<Answer> {
  const response = await handler(toRequest(request));
  const {ok, body} = response;
  if (!ok || !body) return toAnswer(response);
  return {...headOf(response), body: '', deliver: passOn(body, connections)};
}

const headOf = ({status, headers}: Response): Pick<Answer, 'status' | 'headers'> => ({
  status,
  headers: Object.fromEntries(headers),
});

function passOn(body: ReadableStream<Uint8Array>, connections: Set<() => void>): Delivery {
  return (writer, {status, headers}) => {
    const reader = body.getReader();
    const end = (): void => {
      writer.end();
      reader.cancel().catch(() => undefined);
    };
    const leave = (): void => {
      connections.delete(end);
      end();
    };
    if (writer.isClosed) return leave();
    connections.add(end);
    writer.onClose(leave);
    writer.writeHead(status, headers);
    // The handler breaks off the stream of a reader that is too slow.
    pass(reader, writer).catch(() => writer.destroy());
  };
}

async function pass(reader: ReadableStreamDefaultReader<Uint8Array>, writer: ResponseWriter): Promise<void> {
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const {value} = chunk;
    await new Promise<void>((sent) => writer.write(value, sent));
  }
  writer.end();
}
