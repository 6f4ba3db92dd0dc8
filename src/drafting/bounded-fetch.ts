/** An answer that does not end. */
export class TooMuch extends Error {
  override name = 'TooMuch'
}

/** A fetch that follows no redirect, since a key is sent along, and reads no more than `most` bytes. Throws TooMuch. */
export const boundedFetch =
  (most: number) =>
  async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const response = await fetch(input, { ...init, redirect: 'error' })
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of response.body ?? []) {
      length += chunk.length
      if (length > most) throw new TooMuch(`more than ${most} bytes`)
      chunks.push(chunk)
    }
    const { status, statusText, headers } = response
    // These statuses may have no body at all.
    const body = [204, 205, 304].includes(status) ? null : Buffer.concat(chunks)
    return new Response(body, { status, statusText, headers: withoutLength(headers) })
  }

/** What was decompressed is longer than it said. */
function withoutLength(headers: Headers): Headers {
  const left = new Headers(headers)
  left.delete('content-length')
  left.delete('content-encoding')
  return left
}
