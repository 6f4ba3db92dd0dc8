// @ts-check
/** @import { Offer } from './box.js' */
import { element } from './element.js'
import { say } from './words.js'

const mostShown = 8

/**
 * Commands that fit what is being typed, as a list above a field: arrows choose, Tab or Enter complete, Escape closes.
 * After the command its usage stays in sight.
 * @param {HTMLTextAreaElement} field
 * @param {string} name for ids
 * @param {() => Offer[]} offers
 */
export function newSuggestions(field, name, offers) {
  const list = element('ul', {
    class: 'suggestions',
    role: 'listbox',
    id: `${name}-suggestions`,
    hidden: true,
  })
  field.setAttribute('role', 'combobox')
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list.id)
  /** @type {Offer[]} */
  let shown = []
  let chosen = 0
  /** Whether a choice can still be made, or the usage of the one made is in sight. */
  let choosing = false

  const show = (/** @type {Offer[]} */ fitting, /** @type {boolean} */ open) => {
    shown = fitting
    choosing = open && fitting.length > 0
    chosen = 0
    draw()
  }
  const draw = () => {
    list.hidden = shown.length === 0
    list.setAttribute('aria-label', say('page.commands'))
    list.replaceChildren(...shown.map((offer, index) => drawOffer(offer, index)))
    field.setAttribute('aria-expanded', String(choosing))
    if (choosing) field.setAttribute('aria-activedescendant', `${list.id}-${chosen}`)
    else field.removeAttribute('aria-activedescendant')
    list.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }
  const drawOffer = (/** @type {Offer} */ offer, /** @type {number} */ index) =>
    element(
      'li',
      {
        role: 'option',
        id: `${list.id}-${index}`,
        'aria-selected': String(choosing && index === chosen),
        // Before the click the field would lose the focus, and the list would close.
        on: {
          mousedown: (/** @type {MouseEvent} */ event) => {
            event.preventDefault()
            complete(offer)
          },
        },
      },
      element('code', {}, choosing ? `/${offer.name}` : offer.usage),
      element('span', {}, offer.about),
    )
  const complete = (/** @type {Offer} */ offer) => {
    field.value = `/${offer.name} `
    field.dispatchEvent(new Event('input'))
  }
  const close = () => show([], false)

  return {
    list,
    close,
    update() {
      if (document.activeElement !== field) return close()
      const [, typed, rest] = /^\/(\S*)(\s[\s\S]*)?$/.exec(field.value) ?? []
      if (typed === undefined) return close()
      if (rest !== undefined) return show(usages(offers(), typed, rest.trim().toLowerCase()), false)
      show(fitting(offers(), typed.toLowerCase()), true)
    },
    /** Whether the key was for the list. @param {KeyboardEvent} event */
    key(event) {
      const offer = shown[chosen]
      if (event.key === 'Escape' && shown.length > 0) close()
      else if (!choosing || !offer) return false
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        chosen = (chosen + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length
        draw()
      } else if (event.key === 'Tab' && !event.shiftKey) complete(offer)
      // A command that is written out is sent at once.
      else if (event.key === 'Enter' && !event.shiftKey && !isCalled(offer, field.value.slice(1)))
        complete(offer)
      else return false
      return true
    },
  }
}

/** The command that was typed: with its verb (`watch try`), once that is there. @param {Offer[]} offers @param {string} typed @param {string} rest */
function usages(offers, typed, rest) {
  const verb = offers.filter((offer) =>
    namesOf(offer).some((name) => name.includes(' ') && `${typed} ${rest} `.startsWith(`${name} `)),
  )
  return verb.length > 0 ? verb : offers.filter((offer) => isCalled(offer, typed))
}

const namesOf = (/** @type {Offer} */ { name, also }) => [name, ...also]

/** Whether that is a name of its, in whatever language. @param {Offer} offer @param {string} typed */
const isCalled = (offer, typed) => namesOf(offer).includes(typed)

/** Those that begin so, by the name they are shown with, then by another; then those that hold it. @param {Offer[]} offers @param {string} typed */
function fitting(offers, typed) {
  const begin = offers.filter((offer) => offer.name.startsWith(typed))
  const also = offers.filter((offer) => offer.also.some((name) => name.startsWith(typed)))
  const hold = offers.filter((offer) => offer.name.includes(typed))
  return [...new Set([...begin, ...also, ...hold])].slice(0, mostShown)
}
