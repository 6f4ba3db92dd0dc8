/** Takes out of a text what nobody may read in a log. */
export type Scrub = {
  /** Without secrets: those we know, and whatever has the shape of one. The rest stands as it was. */
  secrets(text: string): string
  /**
   * An error's message, without what people wrote or are called either: `unsaid`, what it quotes or names behind a
   * colon, handles, e-mail addresses; in one line, cut short.
   */
  words(text: string, unsaid?: string[]): string
}

/** `known` are the secrets of this instance, as they stand in its environment and settings. */
export function newScrub(known: string[]): Scrub {
  const all = [...new Set(known.filter((one) => one.length >= shortest).flatMap(spellings))]
  // The longest first: one may hold another.
  const literal = all
    .sort((a, b) => b.length - a.length)
    .map(RegExp.escape)
    .join('|')
  const ours = literal === '' ? null : new RegExp(literal, 'g')
  const secrets = (text: string) =>
    shapes.reduce(
      (left, [shape, instead]) => left.replace(shape, instead),
      ours ? text.replace(ours, hidden) : text,
    )

  return {
    secrets,
    words(text, unsaid = []) {
      const line = withoutData(secrets(withoutQuotations(without(text, unsaid))))
        .replace(/\s+/g, ' ')
        .trim()
      const bare = line.replace(email, '[e-mail]').replace(handle, '[handle]')
      return bare.length > longest ? `${bare.slice(0, longest - 1)}…` : bare
    },
  }
}

/** How a secret may be written in an address, in JSON, in an Authorization header. */
const spellings = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
]

/** What has the shape of a secret, whoever it belongs to. */
const shapes: [RegExp, string][] = [
  [/\b(Bearer|Basic|Bot)\s+[\w.~+/=-]{8,}/gi, '$1 [secret]'],
  [/\b(?:xox[a-z]|xapp)-[\w-]{8,}/gi, '[secret]'],
  [/(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[^\s"'\\]+/gi, '$1[secret]'],
  [/(\/api\/(?:v\d+\/)?webhooks\/\d+\/)[\w-]+/gi, '$1[secret]'],
  // Of an address, who it signs in as and what it asks for.
  [/\b([a-z][a-z\d+.-]{1,20}:\/\/)[^\s/?#"'\\]*@/gi, '$1'],
  [/\b([a-z][a-z\d+.-]{1,20}:\/\/[^\s?#"'\\]*)[?#][^\s"'\\)]*/gi, '$1?…'],
  [
    /\b(token|secret|password|passwd|api[_-]?key|signature|authorization)(["']?\s*[=:]\s*["']?)[^\s"'&,;\\]{4,}/gi,
    '$1$2[secret]',
  ],
]

/**
 * What an error quotes is what it stumbled over: a post, a name. Names in the code and in the database may stay,
 * where the words before them say that they are such.
 */
function withoutQuotations(text: string): string {
  return text
    .replace(named, '$1 $3')
    .replace(/"[\s\S]*"/g, '"…"')
    .replace(/“[\s\S]*”/g, '“…”')
    .replace(/«[\s\S]*»/g, '«…»')
    .replace(/`[\s\S]*`/g, '`…`')
    .replace(/(^|[\s(,:=])'[\s\S]*'(?=$|[\s),.:;!?])/g, "$1'…'")
}

/** Behind a colon stands what the error is about: shown where it can only be names of columns, files or codes. */
function withoutData(text: string): string {
  const colon = /:\s+/.exec(text)
  if (!colon) return text
  const [before, data] = [text.slice(0, colon.index), text.slice(colon.index + colon[0].length)]
  return /^[\w$]+[._][\w.$]+(?:, [\w$]+[._][\w.$]+)*$/.test(data) ? text : `${before}: …`
}

const named =
  /\b(reading|setting|relation|table|column|constraint|index|database|function|type|role|module|package) (["'])([\w.$-]{1,63})\2/g

/** Without these texts, whole or word by word. */
function without(text: string, unsaid: string[]): string {
  const pieces = unsaid.flatMap((one) => [one.trim(), ...one.split(/[^\p{L}\p{N}_@.'’-]+/u)])
  const all = new Set(pieces.filter(({ length }) => length >= 3))
  const literal = [...all].sort((a, b) => b.length - a.length).slice(0, 1000)
  if (literal.length === 0) return text
  const any = literal.map(RegExp.escape).join('|')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'), '[…]')
}

const email = /[^\s<>()[\]",;:@]+@[^\s<>()[\]",;:@]+\.[\p{L}\d-]{2,}/gu
const handle = /(?<![\w/.])@[\p{L}\p{N}_][\p{L}\p{N}_.@-]*/gu

const hidden = '[secret]'
/** What is shorter may be a usual word. */
const shortest = 6
const longest = 300
