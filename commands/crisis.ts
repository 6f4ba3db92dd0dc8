import { type Action, type Asked, command, type Pressed } from '../src/chat/command.ts'
import type { Form, Message } from '../src/chat/message.ts'
import { number } from '../src/chat/options.ts'
import type { Say } from '../src/texts/texts.ts'
import { incidentList, oneIncident } from './crisis-list.ts'
import { addTask, done, planMessage, takeTask, undone } from './crisis-plan.ts'
import { report } from './crisis-report.ts'
import { control, end, note, noteMessage, reopen, resume, take } from './crisis-steps.ts'
import { timelineMessage } from './crisis-timeline.ts'

export default command({
  name: 'crisis',
  names: { fr: 'crise' },
  also: ['crises', 'incident', 'incidents'],
  about: 'crisis.about',
  for: 'staff',
  quiet: true,
  options: {
    number: number({ en: ['number'], fr: ['numéro'] }, 'crisis.which', { loose: true }),
  },

  run: (asked) =>
    asked.options.number === undefined ? incidentList(asked) : oneIncident(asked, asked.options.number),

  on: {
    take: { ...step(take), reaction: '👀', label: 'crisis.do-take' },
    control: step(control),
    over: step(end),
    reopen: step(reopen),
    resume: inPlace(resume),
    note: { ...aside(note), form: noteForm, label: 'crisis.do-note' },
    plan: aside(planMessage),
    own: inPlace(takeTask),
    done: inPlace(done),
    undone: inPlace(undone),
    task: { ...inPlace(addTask), form: taskForm, label: 'crisis.do-task' },
    timeline: aside(timelineMessage),
    // For all who read the channel.
    report: { for: 'staff', run: report },
    show: aside((asked) => oneIncident(asked, Number(asked.about))),
  },

  onMessage: {
    /** Of what somebody said: a decision, a fact, a word from the customer. */
    timeline: {
      for: 'staff',
      label: 'crisis.add-to-timeline',
      on: 'all',
      quiet: true,
      run: noteMessage,
    },
  },
})

type Run = (asked: Asked & Pressed) => Promise<Message | null>

/** What changes the incident takes the place of its message. */
function step(run: Run): Action {
  return {
    for: 'staff',
    run: async (asked) => {
      const message = await run(asked)
      return message && { ...message, instead: true }
    },
  }
}

/** An answer beside it, to who asked. */
function aside(run: Run): Action {
  return { for: 'staff', quiet: true, run }
}

/** The same, in the place of the answer before it. */
function inPlace(run: Run): Action {
  return aside(async (asked) => {
    const message = await run(asked)
    return message && { ...message, instead: true }
  })
}

function noteForm(say: Say): Form {
  return {
    title: say.plain('crisis.do-note'),
    inputs: [
      {
        name: 'what',
        label: say.plain('crisis.note-what'),
        hint: say.plain('crisis.note-hint'),
        kind: 'text',
        required: true,
        most: 1000,
      },
    ],
    submit: say.plain('crisis.note-keep'),
  }
}

function taskForm(say: Say): Form {
  return {
    title: say.plain('crisis.do-task'),
    inputs: [{ name: 'what', label: say.plain('crisis.task-what'), kind: 'line', required: true, most: 200 }],
    submit: say.plain('crisis.note-keep'),
  }
}
