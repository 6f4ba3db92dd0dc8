import { newSecret, ownSecret, secretIn } from '../settings/own-secret.ts'
import type { Store } from './store.ts'

/**
 * The secret of this instance: as it is set, else made once. Where several processes may share the database it is
 * kept there, the same for all (one that a folder held before goes along); else in the folder of the data.
 */
export async function secretOf(
  { secret, data }: { secret: string | null; data: string },
  { shared, keepsakes }: Pick<Store, 'shared' | 'keepsakes'>,
): Promise<string> {
  if (secret !== null) return secret
  if (!shared) return ownSecret(data)
  return keepsakes.once('secret', async () => (await secretIn(data)) ?? newSecret())
}
