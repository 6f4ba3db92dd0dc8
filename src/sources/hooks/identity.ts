import { createHash } from 'node:crypto'

/** What something without an id of its own is known by: what it says, hashed, since that outlives the words. */
export const identityOf = (said: (string | null)[]) =>
  createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)
