import {deliverWhole, type Delivery} from './answer.js';

/** Promises more than it sends, then cuts the connection. */
export const truncated: Delivery = (wire, {status, headers, body}) => {
  wire.writeHead(status, {...headers, 'Content-Length': String(body.length)});
  wire.write(body.slice(0, Math.floor(body.length / 2)), () => wire.destroy());
};

/** Cuts the connection without a byte. */
export const reset: Delivery = (wire) => {
  wire.destroy();
};

/** Never answers and keeps the connection. */
export const silent: Delivery = () => {};

/** Sends the headers and one byte at once, and then the body byte by byte. */
export const trickled: Delivery = (wire, {status, headers, body}) => {
  wire.writeHead(status, headers);
  wire.write(body.slice(0, 1));
  let sent = 1;
  const timer = setInterval(() => {
    wire.write(body.slice(sent, ++sent));
    if (sent < body.length) return;
    clearInterval(timer);
    wire.end();
  }, 200);
  wire.onClose(() => clearInterval(timer));
};

/** Sends the whole answer after a pause. */
export function late(pause: number): Delivery {
  return (wire, answer) => {
    const timer = setTimeout(() => deliverWhole(wire, answer), pause);
    wire.onClose(() => clearTimeout(timer));
  };
}
