import type { Json } from './nouns.ts'

/** What some methods take as JSON, also where all else is a form. */
const asJson = ['blocks', 'attachments', 'metadata', 'view', 'files', 'unfurls']

/** The arguments of a call: of a form, of JSON, of the address. */
export function readParams(type: string, raw: Buffer, address: URLSearchParams): Record<string, Json> {
  const body = raw.toString()
  const params: Record<string, Json> = type.startsWith('application/json')
    ? JSON.parse(body || '{}')
    : { ...Object.fromEntries(address), ...Object.fromEntries(new URLSearchParams(body)) }
  for (const name of asJson)
    if (typeof params[name] === 'string' && params[name] !== '') params[name] = parsed(params[name])
  return params
}

/** What is no JSON stays text, and is refused as such. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
