/**
 * The fields of a form as browsers and providers of mail send it (`application/x-www-form-urlencoded` or
 * `multipart/form-data`); files that are attached are passed over. The first of two fields of a name counts. Null for
 * what is no form.
 */
export function formIn(raw: Buffer, type = ''): Map<string, string> | null {
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const fields = new Map<string, string>()
    for (const [name, value] of new URLSearchParams(raw.toString())) {
      if (!fields.has(name)) fields.set(name, value)
      if (fields.size >= mostFields) break
    }
    return fields
  }
  if (!/^multipart\/form-data\b/i.test(type)) return null
  const boundary = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(type)
  return boundary ? partsIn(raw, boundary[1] ?? boundary[2]!) : null
}

export const isForm = (type = '') =>
  /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)

function partsIn(raw: Buffer, boundary: string): Map<string, string> | null {
  const fields = new Map<string, string>()
  const line = Buffer.from(`\r\n--${boundary}`)
  let at = raw.indexOf(line.subarray(2))
  if (at < 0) return null
  for (let left = mostFields; left > 0; left--) {
    const head = raw.indexOf('\r\n\r\n', at)
    const next = head < 0 ? -1 : raw.indexOf(line, head + 2)
    // A part whose end never came may be cut in the middle of a word.
    if (next < 0) break
    const headers = raw.toString('utf8', at, Math.min(head, at + longestHead))
    const name = /content-disposition:[^\r\n]*[;\s]name="([^"\r\n]*)"/i.exec(headers)?.[1]
    const attached = /content-disposition:[^\r\n]*;\s*filename\*?=/i.test(headers)
    if (name && !attached && !fields.has(name)) fields.set(name, raw.toString('utf8', head + 4, next))
    at = next
  }
  return fields
}

const mostFields = 500
const longestHead = 2_000
