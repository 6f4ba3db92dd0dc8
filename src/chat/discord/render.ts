import type { APIEmbed, APIMessage, RESTPostAPIChannelMessageJSONBody } from 'discord.js'
import type { Say } from '../../texts/texts.ts'
import type { Attached, Message } from '../message.ts'
import { componentsOf, type Row } from './components.ts'
import { type Packed, referenceOf, unpack } from './custom-id.ts'
import { embedsOf } from './embeds.ts'
import { filesOf } from './files.ts'
import { ephemeral } from './limits.ts'
import type { Channels } from './menu.ts'
import { nonceOf } from './snowflake.ts'

export type RenderMore = {
  /** The delivery that tells it: it can be read back with `deliveryIn`, and Discord says it once. */
  delivery?: string
  /** The key under which all of it is kept: adds the button that leads there. */
  whole?: string
  /** Only who asked sees it; for answers to interactions alone. */
  quiet?: boolean
  /** For menus of channels in which some are chosen already. */
  channels?: Channels
}

/**
 * A message as the body of a request: to create it, to edit it, to answer an interaction. It replaces all that was
 * there before. `files` go along as `files[0]`, `files[1]`…; `cut` says that something found no room. Throws where a
 * button or a menu does not fit in Discord: a bug of its command.
 *
 * Everything is said in embeds, nothing in `content` and nothing in Components V2. In an embed no name rings, no
 * address grows a preview and no invitation a card, whoever wrote the words; a message of embeds can become any other;
 * notifications read them out, and they hold 6,000 characters where V2 holds 4,000. V2 would put an item's buttons
 * beside it, but never lets a message go back.
 */
export function renderDiscord(message: Message, say: Say, more: RenderMore = {}) {
  const { files, attachments, images, cut: fewFiles } = filesOf(message.files)
  const numbered = (message.items ?? []).some(({ buttons = [] }) => buttons.length > 0)
  const embedded = (reference: string | null) => embedsOf(message, say, { images, reference, numbered })
  const parts = (shown: number) => componentsOf(message, say, { ...more, shown })

  const first = embedded(null)
  const firstRows = parts(first.shown)
  // Without a button that has room for it, the reference is a small line below.
  const below = more.delivery !== undefined && !firstRows.carries
  const said = below
    ? embedded(say.plain('discord.reference', { reference: referenceOf(more.delivery!) }))
    : first
  const { rows, cut } = below ? parts(said.shown) : firstRows

  const body = {
    content: '',
    embeds: said.embeds,
    components: rows,
    allowed_mentions: { parse: [], replied_user: false },
    attachments,
    ...(more.quiet ? { flags: ephemeral } : {}),
    ...(more.delivery === undefined ? {} : { nonce: nonceOf(more.delivery), enforce_nonce: true }),
  } satisfies RESTPostAPIChannelMessageJSONBody
  return { body, files, cut: cut || fewFiles || said.cut }
}

export type RenderedDiscord = { body: RESTPostAPIChannelMessageJSONBody; files: Attached[]; cut: boolean }

/** What a message of ours shows, as far as it is looked at here: from a request, or from Discord. */
export type Shown = { embeds?: Pick<APIEmbed, 'footer'>[]; components?: APIMessage['components'] | Row[] }

/**
 * The reference (see `referenceOf`) of the delivery that told a message, or null. Whose message it is, is for the
 * caller to know: other bots may write what they like.
 */
export function deliveryIn(shown: Shown): string | null {
  const carried = packedIn(shown).find(({ reference }) => reference !== undefined)?.reference
  const below = shown.embeds?.map(
    ({ footer }) => /(?:^|· )R[eé]f\. ([\da-f]{12})$/.exec(footer?.text ?? '')?.[1],
  )
  return carried ?? below?.find((one) => one !== undefined) ?? null
}

/** Whether a message of ours tells a delivery. */
export const tells = (shown: Shown, delivery: string) => deliveryIn(shown) === referenceOf(delivery)

/** What a message of ours is about, and of which team (as `teamIn` reads it), where its buttons say so. */
export function aboutIn(shown: Shown): Pick<Packed, 'about' | 'team'> {
  const all = packedIn(shown)
  const about = all.find((one) => !one.own && one.about !== undefined)?.about
  const team = all.find((one) => one.team !== undefined)?.team
  return { ...(about === undefined ? {} : { about }), ...(team === undefined ? {} : { team }) }
}

const packedIn = ({ components = [] }: Shown): Packed[] =>
  components
    .flatMap((row) => ('components' in row ? (row.components as { custom_id?: string }[]) : []))
    .flatMap(({ custom_id }) => (custom_id === undefined ? [] : (unpack(custom_id) ?? [])))
