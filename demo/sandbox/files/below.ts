import type {Service} from '../http/service.js';

/** Answers below a folder, such as `/docs`, with what the service has at the root. */
export function below(folder: string, service: Service): Service {
  return (request) => {
    const {pathname, search, origin} = request.url;
    if (!pathname.startsWith(`${folder}/`)) return undefined;
    return service({...request, url: new URL(pathname.slice(folder.length) + search, origin)});
  };
}
