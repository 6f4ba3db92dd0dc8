// @ts-check
/** @import { Offer } from './box.js' */
import { element } from './element.js'
import { say } from './words.js'

const firstCommands = ['help', 'mentions', 'sources']

/** What newcomers see in an empty channel: what this is, and commands that a click runs. @param {string} channel @param {Offer[]} offered the commands this person may use @param {(text: string) => void} run */
export const drawWelcome = (channel, offered, run) =>
  element(
    'section',
    { class: 'welcome' },
    element('img', { src: '/icon.svg', alt: '', width: 56, height: 56 }),
    element('h2', {}, say('page.welcome', { channel })),
    element('p', {}, say('page.welcome-what')),
    element('p', {}, say('page.welcome-try')),
    element(
      'ul',
      {},
      ...firstCommands
        .flatMap((id) => (offered.length === 0 ? [{ id, name: id }] : offered.filter((one) => one.id === id)))
        .map(({ id, name }) =>
          element(
            'li',
            {},
            element(
              'button',
              { type: 'button', on: { click: () => run(`/${name}`) } },
              element('code', {}, `/${name}`),
              element('span', {}, say(`page.try-${id}`)),
            ),
          ),
        ),
    ),
  )
