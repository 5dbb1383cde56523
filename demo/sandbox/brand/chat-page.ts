import {randomBytes, toBase64} from '../bytes.js';
import {html, text, type Answer} from '../http/answer.js';
import type {Service} from '../http/service.js';
import type {OneTimeLinks} from '../liveperson/handoff/one-time-links.js';
import {escapeMarkup} from './escape-markup.js';

/**
 * Stands in for the brand's own chat, in a window or in a frame, and shows the ids of its address. An address with the id of
 * a hand-off link opens once.
 */
export function chatPage(links: OneTimeLinks): Service {
  return ({url: {pathname, searchParams}, at}) => {
    if (pathname !== '/brand/chat') return undefined;
    const link = searchParams.get('engagement');
    const isGood = link === null || links.use(link, at);
    return isGood ? chat(searchParams) : text(410, 'This link has been used or has expired.');
  };
}

function chat(ids: URLSearchParams): Answer {
  const nonce = toBase64(randomBytes(16));
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:; base-uri 'none'`;
  return html(200, markup(ids, nonce), {'Content-Security-Policy': policy, 'Cache-Control': 'no-store'});
}

const markup = (ids: URLSearchParams, nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Chat with the brand</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header><h1>Chat with the brand</h1></header>
<main>
<p>This is where the brand’s conversation would open.</p>
${listOf(ids)}
<ol id="messages" aria-label="Messages" aria-live="polite"><li>Hello, how can I help you?</li></ol>
</main>
<form id="form" aria-label="Your answer">
<label for="text">Your message</label>
<input id="text" name="text" autocomplete="off" maxlength="400" required>
<button>Send</button>
</form>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;

function listOf(ids: URLSearchParams): string {
  if (ids.size === 0) return '';
  const rows = [...ids].map(([name, value]) => `<dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd>`);
  return `<dl>${rows.join('')}</dl>`;
}

const style = `
* { box-sizing: border-box; }
body { display: flex; flex-direction: column; min-block-size: 100vh; margin: 0; font: 1rem/1.5 system-ui, sans-serif;
  color: light-dark(#1b2b27, #e4efeb); background: light-dark(#f2f7f5, #14211d); }
header { padding: .75rem 1rem; color: #fff; background: #0b5d4b; }
h1 { margin: 0; font-size: 1.1rem; }
main { flex: 1; inline-size: 100%; max-inline-size: 40rem; padding: 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; margin: 0; font: .8rem/1.6 ui-monospace, monospace; }
dd { margin: 0; overflow-wrap: anywhere; }
ol { display: flex; flex-direction: column; gap: .5rem; padding: 0; list-style: none; }
li { align-self: flex-start; max-inline-size: 80%; padding: .5rem .75rem; border-radius: .9rem; overflow-wrap: anywhere;
  background: light-dark(#fff, #24352f); }
li.mine { align-self: flex-end; color: #fff; background: #0b5d4b; }
form { display: grid; grid-template-columns: 1fr auto; gap: .25rem .5rem; padding: .75rem 1rem; background: light-dark(#fff, #1b2a25); }
label { grid-column: 1 / -1; font-size: .85rem; }
input, button { min-block-size: 2.75rem; padding: 0 .75rem; border: 1px solid light-dark(#5c6f69, #8fa59d); border-radius: .5rem;
  font: inherit; color: inherit; background: transparent; min-inline-size: 0; }
button { border-color: transparent; color: #fff; background: #0b5d4b; }
:focus-visible { outline: 3px solid light-dark(#0b5d4b, #7fd1bd); outline-offset: 2px; }
`;

// No message is sent anywhere. It only joins the list.
const script = `
document.getElementById('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const input = document.getElementById('text');
  const item = document.createElement('li');
  item.className = 'mine';
  item.textContent = input.value;
  document.getElementById('messages').append(item);
  input.value = '';
});
`;
