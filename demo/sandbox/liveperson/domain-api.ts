import {json} from '../http/answer.js';
import type {Service} from '../http/service.js';

const path = /^\/api\/account\/(?<account>[^/]+)\/service\/(?<service>[^/]+)\/baseURI\.json$/;

/** LivePerson's domain API, which names the host of a service. In the sandbox that is always the sandbox itself. */
export const domainApi: Service = ({url}) => {
  const {account, service} = path.exec(url.pathname)?.groups ?? {};
  if (!account) return undefined;
  if (url.searchParams.get('version') !== '1.0') return json(400, {error: 'version'});
  if (service !== 'smt') return json(404, {error: 'service'});
  return json(200, {service, account: decodeURIComponent(account), baseURI: url.host});
};
