import { type Action, type Asked, command, type Pressed } from '../src/chat/command.ts'
import type { Form, Input, Message } from '../src/chat/message.ts'
import { number, type ReadBy, text } from '../src/chat/options.ts'
import { pollKind, resultTime, rhythm, suggestionWay, yesOrNo } from '../src/chat/poll-options.ts'
import { choiceWords, pollWords } from '../src/chat/poll-words.ts'
import { readUntil, until } from '../src/chat/until.ts'
import { longestQuestion } from '../src/model/poll.ts'
import { stopSeries } from './poll-list.ts'
import { makeAsked } from './poll-making.ts'
import { askCancel, cancel, endNow, keep, tables } from './poll-staff.ts'
import { accept, refuse, strike, suggest, suggestForm } from './poll-suggesting.ts'
import { change, mine, next, takeBack, undo, vote } from './poll-voting.ts'

export default command({
  name: 'poll',
  names: { fr: 'sondage' },
  also: ['vote', 'poll new', 'sondage nouveau'],
  about: 'poll.about',
  for: 'staff',
  quiet: true,
  options: {
    question: {
      ...text({ en: ['question'], fr: ['question'] }, 'poll.question', { required: true, loose: true }),
      verbatim: true,
    },
    choices: text({ en: ['choices', 'options'], fr: ['choix', 'options'] }, 'poll.choices', {}),
    type: pollKind({ en: ['type', 'kind'], fr: ['type', 'genre'] }, 'poll.type'),
    most: number({ en: ['max', 'most'], fr: ['max', 'maximum'] }, 'poll.max'),
    anonymous: yesOrNo({ en: ['anonymous', 'anon'], fr: ['anonyme', 'anon'] }, 'poll.anonymous'),
    until: until({ en: ['until', 'end', 'ends'], fr: ["jusqu'à", 'jusque', 'fin'] }, 'poll.until'),
    results: resultTime({ en: ['results'], fr: ['résultats', 'résultat'] }, 'poll.results'),
    suggestions: suggestionWay(
      { en: ['suggestions', 'ideas'], fr: ['suggestions', 'idées'] },
      'poll.suggestions',
    ),
    quorum: number({ en: ['quorum'], fr: ['quorum'] }, 'poll.quorum'),
    votes: number({ en: ['votes'], fr: ['votes'] }, 'poll.votes'),
    who: text({ en: ['who'], fr: ['qui', 'pour'] }, 'poll.who', {}),
    in: {
      ...text({ en: ['in', 'channels'], fr: ['dans', 'canaux'] }, 'poll.in', {}),
    },
    start: {
      ...until({ en: ['start', 'begin'], fr: ['début', 'dès'] }, 'poll.start'),
      // A day without a time begins in the morning.
      read: (raw: string, { now, team }: ReadBy) => readUntil(raw, now, team.timeZone, morning),
    },
    every: rhythm({ en: ['every', 'repeat'], fr: ['chaque', 'répéter'] }, 'poll.every'),
  },

  form(options, { say }) {
    const typed = pollWords(options.question ?? '')
    const choices = options.choices === undefined ? typed.choices : choiceWords(options.choices)
    if (typed.question !== '' && choices.length >= 2) return null
    const asks: (Input | null)[] = [
      {
        name: 'question',
        label: say.plain('poll.form-question'),
        kind: 'line',
        required: true,
        most: longestQuestion,
        value: typed.question,
      },
      {
        name: 'choices',
        label: say.plain('poll.form-choices'),
        hint: say.plain('poll.choices-hint'),
        kind: 'text',
        required: true,
        value: choices.join('\n'),
      },
      options.type === undefined && options.most === undefined
        ? { name: 'type', label: say.plain('poll.form-type'), kind: 'choice', choices: kinds({ say }) }
        : null,
      options.anonymous === undefined
        ? {
            name: 'anonymous',
            label: say.plain('poll.form-anonymous'),
            kind: 'choice',
            choices: yesOrNo({ en: [], fr: [] }, 'poll.anonymous').choices({ say }),
          }
        : null,
      options.until === undefined
        ? {
            name: 'until',
            label: say.plain('poll.form-until'),
            hint: say.plain('poll.until-hint'),
            kind: 'line',
            most: 60,
          }
        : null,
    ]
    const form: Form = {
      title: say.plain('poll.about'),
      inputs: asks.flatMap((one) => one ?? []),
      submit: say.plain('poll.ask'),
    }
    return form
  },

  run: makeAsked,

  on: {
    vote: press(vote),
    rank: press(mine),
    mine: press(mine),
    change: inPlace(change),
    next: inPlace(next),
    undo: inPlace(undo),
    back: inPlace(takeBack),
    suggest: { ...press(suggest), form: suggestForm, label: 'poll.suggest' },
    accept: staff(accept),
    refuse: staff(refuse),
    end: staff(endNow),
    cancel: staff(askCancel),
    erase: staff(cancel),
    keep: staff(keep),
    strike: staff((asked) => strike(asked).then(() => keep(asked))),
    stop: staff(stopSeries),
    csv: { for: 'staff', quiet: true, run: tables },
  },
})

const kinds = pollKind({ en: [], fr: [] }, 'poll.type').choices
const morning = { hour: 9, minute: 0 }

type Run = (asked: Asked & Pressed) => Promise<Message | null>

/** What everybody may do, answered to them alone. */
function press(run: Run): Action {
  return { for: 'member', quiet: true, run }
}

/** The same, in the place of the answer before it. */
function inPlace(run: Run): Action {
  return press(async (asked) => {
    const message = await run(asked)
    return message && { ...message, instead: true }
  })
}

function staff(run: Run): Action {
  return {
    for: 'staff',
    quiet: true,
    run: async (asked) => {
      const message = await run(asked)
      return message && { ...message, instead: true }
    },
  }
}
