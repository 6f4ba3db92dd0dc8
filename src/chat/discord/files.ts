import type { RESTAPIAttachment } from 'discord.js'
import type { Attached } from '../message.ts'
import { clean, shorten } from '../shorten.ts'
import { most } from './limits.ts'

/** Files as they are sent (`files[0]` beside the body), what the body says of each, and the names of the pictures. */
export function filesOf(all: Attached[] = []) {
  const files: Attached[] = []
  let bytes = 0
  for (const file of all) {
    const size = Math.floor((file.base64.length * 3) / 4)
    if (files.length >= most.files || bytes + size > most.bytes) continue
    bytes += size
    files.push({ ...file, name: freeName(file.name, files) })
  }
  const attachments = files.map(
    ({ name, says }, id): RESTAPIAttachment => ({
      id,
      filename: name,
      description: shorten(clean(says).trim(), most.fileText),
    }),
  )
  const images = files
    .filter(({ type }) => /^image\/(?:png|jpe?g|gif|webp)$/.test(type))
    .map(({ name }) => name)
  return { files, attachments, images, cut: files.length < all.length }
}

/** Discord writes other names anew, and then no card finds its picture. */
function freeName(given: string, others: Attached[]): string {
  const [, stem = '', ending = ''] =
    /^(.*?)(\.\w{1,8})?$/s.exec(given.normalize('NFKD').replace(/\p{M}/gu, '')) ?? []
  const plain = stem.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '')
  const name = (nth: number) =>
    `${plain.slice(0, most.fileName - 12) || 'file'}${nth > 1 ? `-${nth}` : ''}${ending}`
  let nth = 1
  while (others.some((one) => one.name === name(nth))) nth++
  return name(nth)
}
