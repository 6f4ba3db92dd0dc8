/**
 * How easily a topic raises an alert. `above`: standard deviations over the mean of its own daily records that a
 * window must reach; `surprise`: the least surprise (standard deviations of chance); `least`: the least count.
 */
export type Sensitivity = { above: number; surprise: number; least: number }

const sensitivities = {
  calm: { above: 2.8, surprise: 6.5, least: 10 },
  normal: { above: 2, surprise: 5, least: 5 },
  sharp: { above: 1.4, surprise: 4, least: 4 },
} satisfies Record<string, Sensitivity>

const words: Record<string, Sensitivity> = {
  ...sensitivities,
  calme: sensitivities.calm,
  vif: sensitivities.sharp,
  vive: sensitivities.sharp,
  normale: sensitivities.normal,
}

/**
 * The sensitivity that a word names (`calme`, `normal`, `vif`; calm, normal, sharp), or a number from 0.5 (nearly
 * anything) to 10 (nearly nothing) that stands for `above`. Null for anything else.
 */
export function sensitivityOf(asked: string | number): Sensitivity | null {
  if (typeof asked === 'string') {
    const word = asked.trim().toLowerCase()
    if (Object.hasOwn(words, word)) return words[word]!
    if (!/^\d+([.,]\d+)?$/.test(word)) return null
    return sensitivityOf(Number(word.replace(',', '.')))
  }
  return asked >= 0.5 && asked <= 10 ? { ...sensitivities.normal, above: asked } : null
}
