/** An answer of Discord that says no; thrown by the routes, sent by the server. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly errors: Tree | undefined
  /** Seconds to wait, of a 429. */
  readonly retryAfter: number | undefined

  constructor(
    status: number,
    code: number,
    message: string,
    more: { errors?: Tree; retryAfter?: number } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.errors = more.errors
    this.retryAfter = more.retryAfter
  }
}

export type Tree = { [key: string]: Tree | { code: string; message: string }[] }

export const unknown = (code: number, what: string) => new Refusal(404, code, `Unknown ${what}`)
export const unknownChannel = () => unknown(10003, 'Channel')
export const unknownGuild = () => unknown(10004, 'Guild')
export const unknownMember = () => unknown(10007, 'Member')
export const unknownMessage = () => unknown(10008, 'Message')
export const unknownUser = () => unknown(10013, 'User')
export const unknownEmoji = () => new Refusal(400, 10014, 'Unknown Emoji')
export const unknownWebhook = () => unknown(10015, 'Webhook')
export const unknownInteraction = () => unknown(10062, 'interaction')
export const unknownCommand = () => unknown(10063, 'application command')
export const missingAccess = () => new Refusal(403, 50001, 'Missing Access')
export const missingPermissions = () => new Refusal(403, 50013, 'Missing Permissions')
export const tooLarge = () => new Refusal(413, 40005, 'Request entity too large')
export const emptyMessage = () => new Refusal(400, 50006, 'Cannot send an empty message')
export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized')
export const noSuchRoute = () => new Refusal(404, 0, '404: Not Found')

export type Path = (string | number)[]

/** One complaint about one place of a body. */
export function wrong(path: Path, code: string, message: string): Refusal {
  const to = newComplaints()
  to.complain(path, code, message)
  return to.refusal()
}

/** Gathers what is wrong with a body, place by place, as Discord tells it. */
export type Complaints = ReturnType<typeof newComplaints>

export function newComplaints() {
  const tree: Tree = {}
  let count = 0
  const complain = (path: Path, code: string, message: string) => {
    count++
    let place = tree
    for (const step of path) {
      place[step] ??= {}
      place = place[step] as Tree
    }
    place._errors = [...((place._errors as []) ?? []), { code, message }]
  }
  const refusal = () => new Refusal(400, 50035, 'Invalid Form Body', { errors: pruned(tree) })
  return {
    complain,
    /** A text of `from` to `to` characters, where it is there at all; `from` above 0 asks for one. */
    text(value: unknown, path: Path, from: number, to: number, required = from > 0) {
      if (value === undefined || value === null || (value === '' && required)) {
        if (required) complain(path, 'BASE_TYPE_REQUIRED', 'This field is required')
      } else if (typeof value !== 'string')
        complain(path, 'STRING_TYPE_CONVERT', `Could not interpret "${value}" as string.`)
      else if (from > 0 && (value.length < from || value.length > to))
        complain(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${from} and ${to} in length.`)
      else if (value.length > to) complain(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${to} or fewer in length.`)
    },
    /** A list of `from` to `to` things. */
    list(value: unknown[], path: Path, from: number, to: number) {
      if (value.length >= from && value.length <= to) return
      if (from > 0) complain(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${from} and ${to} in length.`)
      else complain(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${to} or fewer in length.`)
    },
    number(value: unknown, path: Path, from: number, to: number) {
      if (value === undefined || value === null) return
      if (typeof value !== 'number' || !Number.isInteger(value))
        complain(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`)
      else if (value < from)
        complain(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${from}.`)
      else if (value > to)
        complain(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${to}.`)
    },
    /** An address that Discord would fetch or open. */
    address(value: unknown, path: Path, schemes = ['http:', 'https:']) {
      if (value === undefined || value === null) return
      const url = URL.parse(String(value))
      if (!url) complain(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
      else if (!schemes.includes(url.protocol))
        complain(
          path,
          'URL_TYPE_INVALID_SCHEME',
          `Scheme "${url.protocol.slice(0, -1)}" is not supported. Scheme must be one of ('http', 'https').`,
        )
      else if (String(value).length > 2048)
        complain(path, 'BASE_TYPE_MAX_LENGTH', 'Must be 2048 or fewer in length.')
    },
    refusal,
    /** Throws all of it, if there is any. */
    settle() {
      if (count > 0) throw refusal()
    },
  }
}

/** Without what is wrong with a whole where something is wrong inside it: clients read one or the other. */
function pruned(tree: Tree): Tree {
  const inside = Object.entries(tree).filter(([key]) => key !== '_errors')
  if (inside.length === 0) return tree
  return Object.fromEntries(inside.map(([key, value]) => [key, pruned(value as Tree)]))
}
