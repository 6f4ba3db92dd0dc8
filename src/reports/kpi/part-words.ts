import type { MeasurePart } from '../../model/measure.ts'
import { isKey, type Say } from '../../texts/texts.ts'

/** How people call a part: a network and a language by their names; all else as it is. */
export function partName(label: string, by: MeasurePart, say: Say): string {
  if (by === 'network') {
    const key = `kpi.network-${label}`
    return (
      (Object.hasOwn(brands, label) ? brands[label] : undefined) ??
      (isKey(key) ? say.plain(key) : label || say.plain('kpi.part-unknown'))
    )
  }
  if (by === 'language') return languageName(label, say)
  return label || say.plain('kpi.part-unknown')
}

const brands: Record<string, string> = {
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  reddit: 'Reddit',
  lemmy: 'Lemmy',
  hackernews: 'Hacker News',
  youtube: 'YouTube',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  linkedin: 'LinkedIn',
  tiktok: 'TikTok',
  x: 'X',
  pinterest: 'Pinterest',
  telegram: 'Telegram',
  discord: 'Discord',
  slack: 'Slack',
}

function languageName(code: string, say: Say): string {
  if (code === '') return say.plain('kpi.part-unknown')
  try {
    return new Intl.DisplayNames(say.locale, { type: 'language' }).of(code) ?? code
  } catch (error) {
    if (error instanceof RangeError) return code
    throw error
  }
}
