import type {ServerResponse} from 'node:http';
import type {Wire} from './response-writer.js';

/** An answer of node's own server. */
export function nodeWire(response: ServerResponse): Wire {
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
