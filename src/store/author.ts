import { createHmac } from 'node:crypto'

/**
 * The key by which everything of one author is found and forgotten, without saying who they are:
 * HMAC-SHA256 with the instance's secret over where they wrote and their name there, 128 bits of it.
 */
export const authorKey = (secret: string, outlet: string, author: string) =>
  createHmac('sha256', secret)
    .update(`${outlet}\n${author.normalize('NFC').toLowerCase()}`)
    .digest('hex')
    .slice(0, 32)
