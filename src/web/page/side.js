// @ts-check
/** @import { CastMember, WorkspaceChannel } from '../workspace.ts' */
import { byId, element } from './element.js'
import { drawAvatar } from './person.js'
import { place } from './rows.js'
import { say } from './words.js'

/**
 * The channels, under their teams, with how much is unread in each.
 * @param {WorkspaceChannel[]} channels
 * @param {{ open: string, unreadIn: (channel: string) => number, go: (channel: string) => void }} more
 */
export function drawChannels(channels, { open, unreadIn, go }) {
  const teams = [...new Set(channels.map(({ team }) => team))]
  const lang = document.documentElement.lang
  const rows = teams.flatMap((team) => [
    { key: `team ${team}`, version: team, make: () => element('h2', {}, team) },
    ...channels
      .filter((channel) => channel.team === team)
      .map(({ name }) => {
        const count = unreadIn(name)
        return {
          key: `channel ${name}`,
          version: `${count} ${name === open} ${lang}`,
          make: () => drawChannel(name, count, name === open, () => go(name)),
        }
      }),
  ])
  place(byId('channels'), rows)
}

/** @param {string} name @param {number} count @param {boolean} open @param {() => void} go */
const drawChannel = (name, count, open, go) =>
  element(
    'button',
    {
      type: 'button',
      class: `channel ${count > 0 ? 'unread' : ''}`,
      'aria-current': open ? 'page' : null,
      'data-focus': name,
      on: { click: go },
    },
    element('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
    element('span', { class: 'name' }, name),
    count > 0 &&
      element(
        'span',
        { class: 'badge' },
        element('span', { 'aria-hidden': 'true' }, count > 49 ? '50+' : String(count)),
        element('span', { class: 'unseen' }, say('page.unread', { count })),
      ),
  )

/** The people one may be. @param {CastMember[]} cast @param {string} me @param {(user: string) => void} be */
export function drawCast(cast, me, be) {
  const several = new Set(cast.map(({ team }) => team)).size > 1
  const rows = cast.map((person) => ({
    key: person.user,
    version: JSON.stringify([person, person.user === me, document.documentElement.lang]),
    make: () =>
      element(
        'li',
        {},
        drawPerson(person, person.user === me, several, () => be(person.user)),
      ),
  }))
  place(byId('people'), rows)
}

/** @param {CastMember} person @param {boolean} isMe @param {boolean} withTeam @param {() => void} be */
const drawPerson = (person, isMe, withTeam, be) =>
  element(
    'button',
    {
      type: 'button',
      class: 'person',
      'aria-pressed': String(isMe),
      title: isMe ? null : say('page.be', { name: person.name }),
      'data-focus': person.user,
      on: { click: be },
    },
    drawAvatar(person),
    element(
      'span',
      {},
      element('strong', {}, person.name),
      element('small', {}, say(`page.role.${person.role}`), withTeam && ` · ${person.team}`),
    ),
    isMe && element('span', { class: 'me', 'aria-hidden': 'true' }, '✓'),
  )
