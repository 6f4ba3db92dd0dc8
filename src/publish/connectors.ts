import type { ConnectorKind } from '../model/publication.ts'
import { newBlueskyConnector } from './bluesky.ts'
import type { Connector } from './connector.ts'
import { discourseConnector } from './discourse.ts'
import { mastodonConnector } from './mastodon.ts'
import { webhookConnector } from './webhook.ts'

/** Every way in which a reply goes out by itself. Their libraries are loaded when something does. */
export const newConnectors = (): Record<ConnectorKind, Connector> => ({
  mastodon: mastodonConnector,
  bluesky: newBlueskyConnector(),
  discourse: discourseConnector,
  webhook: webhookConnector,
})
