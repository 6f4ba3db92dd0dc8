import { Oops } from '../model/oops.ts'
import { shown } from './problem.ts'

/** A name that people read and type: one line, not empty, at most 80 characters. Throws Oops. */
export function readName(text: string): string {
  const name = text.trim()
  if (name === '') throw new Oops('settings.empty')
  if ([...name].length > longest || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
    throw new Oops('settings.name', { given: shown(name), most: longest })
  return name
}

/** A file beside the settings that name it: just its name, so that nothing outside the folder is read. Throws Oops. */
export function readFileName(text: string): string {
  if (!fileName.test(text)) throw new Oops('settings.file-name', { given: shown(text) })
  return text
}

export const fileName = /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*\.ya?ml$/u

const longest = 80
