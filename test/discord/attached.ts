import type { Body } from './bodies.ts'
import { tooLarge } from './refusal.ts'
import type { Attachment, World } from './world.ts'

export type File = { field: string; name: string; type: string; bytes: Uint8Array }

/** A file without boosts, in bytes. */
const most = 10 * 2 ** 20

/** Files as a message keeps them, by the names that its body gives them. */
export function attached(world: World, files: File[], body: Body): Attachment[] {
  if (files.some(({ bytes }) => bytes.length > most)) throw tooLarge()
  return files.map(({ field, name, type, bytes }) => {
    const described = body.attachments?.find(({ id }) => field === `files[${id}]`)
    return {
      id: world.newId(),
      name: described?.filename ?? name,
      type,
      bytes,
      description: described?.description,
    }
  })
}
