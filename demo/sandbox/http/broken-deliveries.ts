import {deliverWhole, type Delivery} from './answer.js';

/** Time between two bytes of a trickling answer, in ms. */
const bytePause = 200;

/** Announces the whole body, sends half of it and breaks the connection. */
export const truncated: Delivery = (writer, {status, headers, body}) => {
  writer.writeHead(status, {...headers, 'Content-Length': String(body.length)});
  writer.write(body.slice(0, Math.floor(body.length / 2)), () => writer.destroy());
};

/** Breaks the connection before the first byte. */
export const reset: Delivery = (writer) => {
  writer.destroy();
};

/** Keeps the connection open and never answers. */
export const silent: Delivery = () => {};

/** Sends the headers at once, and then the body byte by byte. */
export const trickling: Delivery = (writer, {status, headers, body}) => {
  writer.writeHead(status, headers);
  writer.write(body.slice(0, 1));
  let sent = 1;
  const timer = setInterval(() => {
    writer.write(body.slice(sent, ++sent));
    if (sent < body.length) return;
    clearInterval(timer);
    writer.end();
  }, bytePause);
  writer.onClose(() => clearInterval(timer));
};

/**
 * Sends the whole answer after a pause.
 *
 * @param pause in ms
 */
export function delayed(pause: number): Delivery {
  return (writer, answer) => {
    const timer = setTimeout(() => deliverWhole(writer, answer), pause);
    writer.onClose(() => clearTimeout(timer));
  };
}
