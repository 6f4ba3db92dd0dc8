import { onTestFinished } from 'vitest'
import { newDoor } from '../../src/http.ts'
import type { Identity, ToPublish } from '../../src/model/publication.ts'
import type { Way } from '../../src/publish/connector.ts'
import { fetchThrough, trustedHosts } from '../../src/publish/way-out.ts'
import { newBluesky } from './bluesky-stand-in.ts'
import { newDiscourse } from './discourse-stand-in.ts'
import { newMastodon } from './mastodon-stand-in.ts'
import { newReceiver } from './webhook-stand-in.ts'

const closing = <Server extends { close(): Promise<void> }>(server: Server) => {
  onTestFinished(() => server.close())
  return server
}
export const mastodon = async (...given: Parameters<typeof newMastodon>) =>
  closing(await newMastodon(...given))
export const bluesky = async (...given: Parameters<typeof newBluesky>) => closing(await newBluesky(...given))
export const discourse = async (...given: Parameters<typeof newDiscourse>) =>
  closing(await newDiscourse(...given))
export const receiver = async (...given: Parameters<typeof newReceiver>) =>
  closing(await newReceiver(...given))

const at = { file: 'teams/nimbus/team.yaml', line: 7 }

export const onMastodon = (
  server: { url: string; token: string },
  more: Partial<Identity> = {},
): Identity => ({
  ...{ name: 'Nimbus on Mastodon', kind: 'mastodon', networks: ['mastodon'], handle: null, at },
  server: server.url,
  secrets: { token: server.token },
  ...more,
})
export const onBluesky = (server: { url: string; handle: string; password: string }): Identity => ({
  ...{ name: 'Nimbus on Bluesky', kind: 'bluesky', networks: ['bluesky'], at },
  server: server.url,
  handle: server.handle,
  secrets: { password: server.password },
})
export const onForum = (server: { url: string; username: string; key: string }): Identity => ({
  ...{ name: 'Forum', kind: 'discourse', networks: ['forum'], at },
  server: server.url,
  handle: server.username,
  secrets: { key: server.key },
})
export const byWebhook = (server: { url: string; secret: string }): Identity => ({
  ...{ name: 'CRM', kind: 'webhook', networks: ['facebook'], handle: null, at },
  server: `${server.url}/vigie`,
  secrets: { secret: server.secret },
})

/** The outgoing door of a team with these identities; `allowPrivate` as an operator sets it. */
export function doorOf(identities: Identity[], allowPrivate: string[] = ['127.0.0.1']) {
  const door = newDoor({
    userAgent: 'Vigie/test',
    allowPrivate: [...allowPrivate, ...trustedHosts([{ identities }])],
  })
  onTestFinished(() => door.close())
  return door
}

/** A way to the server of an identity that ends after so many ms. */
export function wayOf(identity: Identity, { patience = 5_000, allowPrivate = ['127.0.0.1'] } = {}): Way {
  const signal = AbortSignal.timeout(patience)
  return { fetch: fetchThrough(doorOf([identity], allowPrivate), signal), signal }
}

export const reply = (url: string | null, more: Partial<ToPublish> = {}): ToPublish => ({
  key: '0199f3c2-7d1e-7abc-9def-0123456789ab',
  reply: 17,
  text: 'Toutes nos excuses ! Une lampe neuve part aujourd’hui : https://nimbus.example/sav',
  language: 'fr',
  to: { url, title: null, text: 'Ma lampe Nimbus est en panne', author: 'ravi', network: 'mastodon' },
  since: Date.now(),
  ...more,
})
