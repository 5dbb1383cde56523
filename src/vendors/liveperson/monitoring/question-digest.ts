/**
 * Digest of what is asked about a visitor, so that tabs share an answer only when they ask the same.
 * Nothing on pages without Web Crypto, which is not there without https.
 */
export async function digestQuestion(question: unknown): Promise<string | undefined> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  const digest = await subtle?.digest('SHA-256', new TextEncoder().encode(JSON.stringify(question)));
  return digest && btoa(String.fromCharCode(...new Uint8Array(digest)));
}
