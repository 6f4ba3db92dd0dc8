import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { type Asked, type Said, standIn } from './stand-in.ts'

/** A receiver of Standard Webhooks, checking as its library does; it tells repeats apart by `webhook-id`. */
export async function newReceiver({ secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' } = {}) {
  const taken = new Map<string, unknown>()
  const calls: unknown[] = []
  const server = await standIn(answer)

  function answer({ method, body, headers }: Asked): Said {
    if (method === 'GET') return { status: 405, body: 'POST only', type: 'text/plain' }
    try {
      const event = new Webhook(secret).verify(body, headers)
      const id = headers['webhook-id']!
      taken.set(id, event)
      calls.push(event)
      return { status: 200, json: { id: taken.size, url: `https://facebook.example/nimbus/${taken.size}` } }
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error
      return { status: 401, json: { error: error.message } }
    }
  }

  return { ...server, secret, taken, calls }
}
