import { most } from './limits.ts'

/** What a message is about travels with it, so that its buttons and reactions work after a restart, and for good. */
export type Packed = {
  delivery?: string | undefined
  about?: string | undefined
  team?: string | undefined
  value?: string | undefined
}

/** In the value of a button. Slack would give `&`, `<` and `>` back as entities, so they are written otherwise. */
export const pack = (packed: Packed): string =>
  JSON.stringify({
    d: packed.delivery,
    a: packed.about,
    t: packed.team,
    v: packed.value || undefined,
  }).replace(/[&<>]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)

/** In the id of a block, if anything fits; `apart` tells blocks of one message from each other. */
export function packedId(packed: Packed, apart: number | null = null): string | null {
  const ids = [packed, { about: packed.about, team: packed.team }, { delivery: packed.delivery }]
  const written = ids.map(pack).filter((id) => id !== '{}')
  const mark = apart === null ? '' : `#${apart}`
  return written.map((id) => id + mark).find((id) => id.length <= most.id) ?? null
}

/** What was packed; nothing of what others wrote there. */
export function unpack(text: unknown): Packed {
  const known = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  try {
    const { d, a, t, v } = JSON.parse(String(text).replace(/#\d+$/, ''))
    return { delivery: known(d), about: known(a), team: known(t), value: known(v) }
  } catch {
    return {}
  }
}

/** The actions of a block need ids of their own, also where two of them do the same. */
export const actionId = (action: string, at: number) => `${action}#${at}`
export const actionOf = (id: string) => id.replace(/#\d+$/, '')

/** A shortcut's name among Slack's, and back: `mention add.report`. */
export const callbackOf = (action: string) => action.replaceAll(' ', '_')
export const actionOfCallback = (id: string) => id.replaceAll('_', ' ')

/** The values of a menu's choices, as they may travel. */
export const packChoice = (value: string) => value.replace(/[%&<>]/g, encodeURIComponent)
export const unpackChoice = (value: string) => value.replace(/%(?:25|26|3C|3E)/g, decodeURIComponent)
