import {createBearerCheck} from '../../../../src/server/gateway/bearer-check.js';

/** The token of the brand's own server. The vendor documents no authentication, so this one is the sandbox's own. */
export const serverToken = 'sandbox-gateway-token';

/** Whether a request comes from the brand's own server. */
export const isFromServer = createBearerCheck(serverToken);
