import {deliverWhole, type Delivery} from './answer.js';

/** Promises more than it sends, then cuts the connection. */
export const truncated: Delivery = (response, {status, headers, body}) => {
  response.writeHead(status, {...headers, 'Content-Length': String(body.length)});
  response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy());
};

/** Cuts the connection without a byte. */
export const reset: Delivery = (response) => {
  response.destroy();
};

/** Never answers and keeps the connection. */
export const silent: Delivery = () => {};

/** Sends the headers at once and then the body byte by byte. */
export const trickled: Delivery = (response, {status, headers, body}) => {
  response.writeHead(status, headers);
  response.flushHeaders();
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.slice(sent, ++sent));
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, 200);
  response.on('close', () => clearInterval(timer));
};

/** Sends the whole answer after a pause. */
export function late(pause: number): Delivery {
  return (response, answer) => {
    const timer = setTimeout(() => deliverWhole(response, answer), pause);
    response.on('close', () => clearTimeout(timer));
  };
}
