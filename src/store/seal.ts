import { createHmac } from 'node:crypto'

/**
 * Somebody under a name of their own for one purpose: HMAC-SHA256 with the instance's secret over a salt and who they
 * are, 128 bits of it. Once the salt is gone nobody can tell any more who it was, not with the secret either.
 */
export const sealWith = (secret: string) => (salt: string, words: string) =>
  createHmac('sha256', secret).update(`${salt}\n${words}`).digest('base64url').slice(0, 22)
