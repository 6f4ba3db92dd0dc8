import type { Item, Message } from '../../chat/message.ts'
import { plain, together } from '../../texts/marked.ts'
import type { Wanted } from './asked.ts'
import { type Compared, changeLine, daysWords, readCompared } from './compared.ts'
import { measureChart } from './measure-chart.ts'
import { buttonsOf, type Shown } from './measure-message.ts'
import type { Facts } from './measured.ts'
import { periodMenu } from './overview-message.ts'
import { becauseWords, figureWords, measureFormula, measureName } from './words.ts'

/** A measure of several topics side by side, the highest first, each with how it changed, and a line for each. */
export async function topicsMessage(
  facts: Facts,
  wanted: Wanted & { measure: string },
  { say, exports }: Shown,
): Promise<Message> {
  const { period, topics } = wanted
  const all: { topic: string; compared: Compared }[] = []
  for (const topic of topics)
    all.push({ topic, compared: await readCompared(facts, wanted.measure, { period, topic }, null) })
  const { measure } = all[0]!.compared
  const value = ({ compared: { figure } }: (typeof all)[number]) =>
    figure.known ? figure.value : Number.NEGATIVE_INFINITY
  return {
    title: say.plain('kpi.name-of', { name: measureName(measure, say), topic: topics.join(', ') }),
    text: plain(daysWords(period, say, facts)),
    items: all
      .toSorted((one, other) => value(other) - value(one))
      .map(({ topic, compared }): Item => {
        const { figure } = compared
        return {
          title: figure.known
            ? say.plain('kpi.name-of', { name: topic, topic: figureWords(figure, measure, say) })
            : topic,
          text: together([
            figure.known ? null : say('kpi.unknown-because', { because: becauseWords(figure.because, say) }),
            changeLine(compared, say),
          ]),
        }
      }),
    fields: [{ name: say.plain('kpi.formula'), value: plain(measureFormula(measure, say)) }],
    selects: [periodMenu(facts, wanted, say)],
    buttons: buttonsOf(wanted, { exports, aims: false }, say),
    files: await measureChart(facts, measure, wanted, { say }),
    about: 'kpi:all',
    quiet: true,
  }
}
