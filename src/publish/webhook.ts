import { Unavailable } from '../model/oops.ts'
import type { Identity, ToPublish } from '../model/publication.ts'
import { before, type Connector, type Way } from './connector.ts'
import { failureOf, hostOf, mishap } from './failures.ts'

/**
 * Hands an approved reply to whatever the team runs (a CRM, an automation) as a Standard Webhook: signed, with an id
 * that is the same at each try. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * It may answer with `{"id", "url"}` of what it published.
 */
export const webhookConnector: Connector = {
  kind: 'webhook',

  async publish(identity, what, { fetch, signal }: Way) {
    const body = JSON.stringify(payloadOf(what))
    const headers = await before(() => signed(identity, what.key, body))
    const response = await fetch(identity.server, { method: 'POST', headers, body, signal }).catch(
      (error) => {
        throw mishap(identity, error)
      },
    )
    // It has it: whatever else it says is nice to know.
    const said = await response.text().catch(() => '')
    if (!response.ok)
      throw failureOf(identity, {
        status: response.status,
        headers: response.headers,
        words: said.trimStart().startsWith('<') ? null : said,
      })
    return { ...whereIn(said), answer: said }
  },

  /** Nobody can ask a webhook what it did. */
  async find() {
    return 'unknown'
  },

  /** That somebody is there, and that the secret is one; nothing is sent that could pass for a reply. */
  async check(identity, { fetch, signal }) {
    await signed(identity, 'check', '')
    await fetch(identity.server, { signal }).catch((error) => {
      throw mishap(identity, error)
    })
  },
}

const payloadOf = ({ reply, text, language, to, since }: ToPublish) => ({
  type: 'reply.approved',
  timestamp: new Date(since).toISOString(),
  data: { reply, text, language, to },
})

/** What a receiver checks: `{id}.{timestamp}.{body}` under HMAC-SHA256. Throws Unavailable where the secret is none. */
async function signed(identity: Identity, id: string, body: string): Promise<Record<string, string>> {
  const { Webhook } = await import('standardwebhooks')
  const now = new Date()
  try {
    return {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': `${Math.floor(now.getTime() / 1000)}`,
      'webhook-signature': new Webhook(identity.secrets.secret!).sign(id, now, body),
    }
  } catch (cause) {
    throw new Unavailable('the secret of a webhook is not base64', {
      key: 'publish.webhook-secret',
      values: { name: identity.name, host: hostOf(identity) },
      refused: true,
      cause,
    })
  }
}

/** Where it stands, as far as the answer says. */
function whereIn(said: string): { id: string | null; url: string | null } {
  try {
    const { id, url } = Object(JSON.parse(said))
    const web = typeof url === 'string' && /^https?:/.test(URL.parse(url)?.protocol ?? '')
    return {
      id: typeof id === 'string' || typeof id === 'number' ? `${id}`.slice(0, 200) : null,
      url: web ? url.slice(0, 2_000) : null,
    }
  } catch {
    return { id: null, url: null }
  }
}
