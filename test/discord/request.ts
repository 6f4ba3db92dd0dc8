import type { IncomingMessage } from 'node:http'
import type { File } from './attached.ts'

export async function rawOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}

/** JSON, or a form with the JSON in `payload_json` and the files as `files[0]` and so on. */
export async function bodyOf(raw: Buffer, type = ''): Promise<{ body: unknown; files: File[] }> {
  if (!type.startsWith('multipart/')) return { body: raw.length > 0 ? jsonOf(raw.toString()) : {}, files: [] }
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData()
  const files: File[] = []
  for (const [field, value] of form)
    if (typeof value !== 'string')
      files.push({
        field,
        name: value.name,
        type: value.type,
        bytes: new Uint8Array(await value.arrayBuffer()),
      })
  const payload = form.get('payload_json')
  return { body: typeof payload === 'string' ? jsonOf(payload) : {}, files }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
