import {brotliCompressSync, constants} from 'node:zlib';

/** Compresses as a CDN does with files, at the best quality. */
export function brotli(data: Buffer): Buffer {
  return brotliCompressSync(data, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}});
}
