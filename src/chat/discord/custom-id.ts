import { createHash } from 'node:crypto'
import { most } from './limits.ts'

/** What a button or a menu carries, so that it works after a restart and for years. */
export type Packed = {
  action: string
  value?: string
  about?: string
  /** As `teamIn` reads it. */
  team?: string
  /** The delivery that told the message, as `referenceOf` gives it. */
  reference?: string
  /** `about` is what this button is about, not its message. */
  own?: boolean
  /** Tells apart what is otherwise the same: a custom_id stands once in a message. */
  nth?: number
}

/**
 * A custom_id: the version, then each value behind a bar. Throws where it is longer than Discord takes: a bug of the
 * command that made the button.
 */
export function pack(packed: Packed): string {
  const id = packedText(packed)
  if (id.length <= most.id) return id
  throw new Error(`the button ${packed.action} takes ${id.length} characters, ${most.id} is the most`)
}

export const fits = (packed: Packed) => packedText(packed).length <= most.id

function packedText({ action, value = '', about = '', team = '', reference = '', own, nth }: Packed): string {
  const mark = `${own ? 'o' : ''}${nth ?? ''}`
  const values = [action, value, about, shortTeam(team), reference, mark].map(encoded)
  return [version, ...values].join('|').replace(/\|+$/, '')
}

/** What stands in a custom_id; null where it is none of ours, or of a version that is gone. */
export function unpack(id: string): Packed | null {
  const [first, action = '', value = '', about = '', team = '', reference = '', mark = ''] = id
    .split('|')
    .map(decoded)
  if (first !== version || action === '') return null
  const nth = Number(mark.replace('o', ''))
  return {
    action,
    ...(value === '' ? {} : { value }),
    ...(about === '' ? {} : { about }),
    ...(team === '' ? {} : { team }),
    ...(reference === '' ? {} : { reference }),
    ...(mark.startsWith('o') ? { own: true } : {}),
    ...(nth > 0 ? { nth } : {}),
  }
}

/** The name of a packed team among those there are; what is not among them stays as it is. */
export const teamIn = (team: string | undefined, teams: string[]) =>
  team === undefined ? undefined : (teams.find((one) => shortTeam(one) === team) ?? team)

/** Enough of a delivery's id to know it again: the end of a UUIDv7 is random (RFC 9562, 5.7). */
export const referenceOf = (delivery: string) => delivery.slice(-12)

/** The custom_id of a window whose beginning is kept under a key: that of a command, of a right-click. */
export const formId = (key: string) => `${version}f|${key}`

/** The key of such a window, null of any other custom_id. */
export const formKeyIn = (id: string) => (id.startsWith(`${version}f|`) ? id.slice(version.length + 2) : null)

const version = '1'

/** A long name takes the room of what else a button holds. */
const shortTeam = (team: string) =>
  team.length <= 24 ? team : `*${createHash('sha256').update(team).digest('base64url').slice(0, 12)}`

/** Bars divide; a UUID, which many buttons carry, is written in 22 characters behind a tilde. */
const encoded = (text: string) =>
  text
    .split(uuid)
    .map((piece, at) => (at % 2 === 1 ? `~${shortUuid(piece)}` : encodeSigns(piece)))
    .join('')

const decoded = (text: string) =>
  text
    .split(/~([\w-]{22})/)
    .map((piece, at) => (at % 2 === 1 ? wholeUuid(piece) : decodeSigns(piece)))
    .join('')

const encodeSigns = (text: string) =>
  text.replace(/[%|~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const decodeSigns = (text: string) =>
  text.replace(/%(25|7C|7E)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

const uuid = /([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/
const shortUuid = (text: string) => Buffer.from(text.replaceAll('-', ''), 'hex').toString('base64url')
const wholeUuid = (text: string) =>
  Buffer.from(text, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
