import {readFileSync} from 'node:fs';
import {paths} from './paths.js';
import {schemas} from './schemas.js';

const {version} = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The contract of `web-engagement serve`, made from the schemas of its handlers. */
export function describeServer(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'The brand’s own server',
      version,
      description: 'Invites visitors, and carries notifications to their pages: `npx web-engagement serve`.',
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        server: {type: 'http', scheme: 'bearer', description: 'A token of the programs that may invite visitors.'},
      },
    },
  };
}
