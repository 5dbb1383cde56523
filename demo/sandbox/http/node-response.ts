import type {ServerResponse} from 'node:http';
import type {ResponseWriter} from './response-writer.js';

/** Writes a response of Node's HTTP server. */
export function nodeResponseWriter(response: ServerResponse): ResponseWriter {
  return {
    get isClosed() {
      return response.closed;
    },
    writeHead: (status, headers) => void response.writeHead(status, headers),
    write: (chunk, sent) => void response.write(chunk, sent),
    end: (chunk) => void response.end(chunk),
    destroy: () => void response.destroy(),
    onClose: (listener) => void response.on('close', listener),
  };
}
