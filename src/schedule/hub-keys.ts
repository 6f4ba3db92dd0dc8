import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The address and the secret that a hub gets for a subscription: made from Vigie's own secret, so that nothing is
 * stored that could be stolen, and a guessed address is known for one before the store is asked.
 */
export function newKeys(secret: string) {
  const made = (what: string, id: number) =>
    createHmac('sha256', secret).update(`websub ${what} ${id}`).digest()
  const markOf = (id: number) => made('path', id).subarray(0, 24).toString('base64url')
  return {
    pathOf: (id: number) => `${id}.${markOf(id)}`,
    secretOf: (id: number) => made('secret', id).toString('hex'),
    /** The subscription that an address belongs to, null where we never gave it. */
    idOf(path: string): number | null {
      const [, digits = '', mark = ''] = /^(\d{1,15})\.([\w-]{32})$/.exec(path) ?? []
      if (!mark) return null
      const id = Number(digits)
      return timingSafeEqual(Buffer.from(markOf(id)), Buffer.from(mark)) ? id : null
    },
  }
}

export type Keys = ReturnType<typeof newKeys>
