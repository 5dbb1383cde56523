import {parseArgs} from 'node:util';
import {contentSecurityPolicy} from '../../src/server/policy/content-security-policy.js';
import type {Command} from '../command.js';

const text = {type: 'string'} as const;

/** Prints the Content Security Policy that the widget needs. */
export const csp: Command = {
  summary: 'prints the Content Security Policy that the widget needs',
  help: `Usage: web-engagement csp [options]

Prints the value of the header Content-Security-Policy for these settings of the tag. A page that loads more adds its own sources.

  --account-id <id>
  --api-host <host>
  --notifications-url <url>
  --notifications-transport <sse | bayeux | window>
  --handoff-url <url>
  --outcomes-url <url>
  --conversation-url <url>
  --open-in <event | tab | popup | panel>
  --nonce <value>    a nonce and 'strict-dynamic' in place of the script's origin
  --script <url>     address of web-engagement.js, if it has a host of its own`,
  run: (args, {print}) => {
    const {values} = parseArgs({
      args: [...args],
      options: {
        'account-id': text,
        'api-host': text,
        'notifications-url': text,
        'notifications-transport': text,
        'handoff-url': text,
        'outcomes-url': text,
        'conversation-url': text,
        'open-in': text,
        nonce: text,
        script: text,
      },
    });
    const settings = {
      accountId: values['account-id'],
      apiHost: values['api-host'],
      notificationsUrl: values['notifications-url'],
      notificationsTransport: values['notifications-transport'],
      handoffUrl: values['handoff-url'],
      outcomesUrl: values['outcomes-url'],
      conversationUrl: values['conversation-url'],
      openIn: values['open-in'],
    };
    print(contentSecurityPolicy(settings, values));
    return Promise.resolve(0);
  },
};
