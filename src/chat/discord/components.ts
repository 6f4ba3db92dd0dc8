import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js'
import type { Say } from '../../texts/texts.ts'
import type { Button, Message } from '../message.ts'
import { oneLine, shorten } from '../shorten.ts'
import { fits, type Packed, pack, referenceOf } from './custom-id.ts'
import { kind, most } from './limits.ts'
import { address } from './marks.ts'
import { type Channels, menuOf } from './menu.ts'
import { isSeen } from './parts.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

/** How many items are shown; `whole` is the key under which all of the message is kept, where it was shortened. */
export type ComponentParts = { shown: number; delivery?: string; whole?: string; channels?: Channels }

type Press = Pick<Button, 'action' | 'value' | 'about'>
/** A component without its custom_id, and what it does; a link does nothing. */
type Made = { press: Press | null; component: object }

/**
 * Menus, a row each, then the buttons: of the items that are shown, of the message, to its source, to all that was
 * shortened. `carries` says that the delivery can be read from one of them.
 */
export function componentsOf(message: Message, say: Say, more: ComponentParts) {
  const { selects = [] } = message
  const hasButtons = more.whole !== undefined || pressed(message, more.shown).length > 0
  const menus = selects.flatMap((select): Made[] => {
    const component = menuOf(select, more.channels)
    return component ? [{ press: select, component }] : []
  })
  const shown = menus.slice(0, most.rows - (hasButtons ? 1 : 0))
  const { buttons, cut } = buttonsOf(message, say, more, (most.rows - shown.length) * most.row)
  const ids = newIds(message, more.delivery)
  const rows = [...shown.map((menu) => [menu]), ...inRows(buttons)].map((row) => ({
    type: kind.row,
    components: row.map(({ press, component }) =>
      press === null ? component : { ...component, custom_id: ids.of(press) },
    ),
  }))
  return {
    rows: rows as Row[],
    carries: ids.carries(),
    cut:
      cut || shown.length < menus.length || selects.some(({ choices = [] }) => choices.length > most.options),
  }
}

/** As many as there are places; those of the message before those of its items. */
function buttonsOf(message: Message, say: Say, { shown, whole }: ComponentParts, places: number) {
  const all = pressed(message, shown)
  const last =
    whole === undefined
      ? []
      : [made({ action: 'whole.read', label: say.plain('whole.read'), value: whole, about: '' })]
  const own = (message.buttons ?? []).slice(0, places - last.length)
  const ofItems = all.slice(0, all.length - (message.buttons ?? []).length)
  const kept = ofItems.slice(0, places - last.length - own.length)
  const buttons = [...kept, ...own].map(made)
  const source = buttons.length > 0 && buttons.length + last.length < places ? sourceOf(message, say) : []
  return { buttons: [...buttons, ...source, ...last], cut: buttons.length < all.length }
}

/** The buttons of the items that are shown, each with the number of its item where there are several; then the message's. */
function pressed({ buttons = [], items = [] }: Message, shown: number): Button[] {
  const numbered = items.length > 1
  const ofItems = items
    .slice(0, shown)
    .flatMap((item, at) =>
      (item.buttons ?? []).map((one) => (numbered ? { ...one, label: `${at + 1}. ${one.label}` } : one)),
    )
  return [...ofItems, ...buttons]
}

const made = ({ label, style, ...press }: Button): Made => ({
  press,
  component: { type: kind.button, style: styles[style ?? 'usual'], label: labelOf(label) },
})

/** A single source is one tap away, on a phone too. */
function sourceOf({ items = [] }: Message, say: Say): Made[] {
  const url = items.length === 1 ? address(items[0]!.url, most.buttonAddress) : null
  if (url === null) return []
  const label = say.plain('discord.open')
  return [{ press: null, component: { type: kind.button, style: styles.link, label, url } }]
}

const labelOf = (label: string) => (isSeen(label) ? shorten(oneLine(label), most.label) : '…')

const styles = { primary: 1, usual: 2, danger: 4, link: 5 }

const inRows = <One>(all: One[]): One[][] =>
  Array.from({ length: Math.ceil(all.length / most.row) }, (_, row) =>
    all.slice(row * most.row, (row + 1) * most.row),
  )

/** The custom_ids of one message: no two are the same, and one says which delivery told it. */
function newIds({ about, team }: Message, delivery: string | undefined) {
  const given = new Set<string>()
  let reference = delivery === undefined ? undefined : referenceOf(delivery)

  function of(press: Press): string {
    const own = press.about !== undefined && press.about !== about
    const { action, value } = press
    const packed: Packed = { action, value, about: press.about ?? about, team, own }
    if (reference !== undefined && fits({ ...packed, reference, nth: 10 })) {
      packed.reference = reference
      reference = undefined
    }
    let id = pack(packed)
    for (let nth = 2; given.has(id); nth++) id = pack({ ...packed, nth })
    given.add(id)
    return id
  }

  return { of, carries: () => delivery !== undefined && reference === undefined }
}
