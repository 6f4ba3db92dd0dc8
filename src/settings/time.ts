import { Oops } from '../model/oops.ts'
import { nearest } from './nearest.ts'
import { shown } from './problem.ts'

/** A time of day `HH:MM`. Throws Oops, with how « 7h30 » or "7:30" would be written where it is clear. */
export function readTime(text: string): string {
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text)) return text
  const near = likelyTime(text)
  if (near) throw new Oops('settings.time-near', { given: shown(text), near })
  throw new Oops('settings.time', { given: shown(text) })
}

function likelyTime(text: string): string | null {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})\s*[:hH.]?\s*([0-5]\d)?\s*$/u.exec(text) ?? []
  if (hours === undefined || Number(hours) > 24) return null
  return `${String(Number(hours) % 24).padStart(2, '0')}:${minutes}`
}

/** A time zone that this Node knows, such as Europe/Paris. Throws Oops with the nearest. */
export function readTimeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text
  } catch {
    const near = likelyZone(text)
    if (near) throw new Oops('settings.time-zone-near', { given: shown(text), near })
    throw new Oops('settings.time-zone', { given: shown(text) })
  }
}

/** "Paris" means Europe/Paris, "Europe/Pariss" too. */
function likelyZone(text: string): string | null {
  const zones = Intl.supportedValuesOf('timeZone')
  const city = text.trim().replaceAll(' ', '_').toLowerCase()
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? nearest(text, zones)
}
