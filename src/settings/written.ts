import { Oops } from '../model/oops.ts'

/** What people read, as it was written, without the blanks around it. Throws Oops where there is nothing. */
export function readWords(text: string): string {
  if (text.trim() === '') throw new Oops('settings.empty')
  return text.trim()
}
