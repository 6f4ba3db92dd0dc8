import { expect, test } from 'vitest'
import { textOf } from '../../src/sources/bytes.ts'

const xml = (encoding: string | null, text: string) =>
  `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><t>${text}</t>`
/** A file with these bytes in it. */
const around = (encoding: string | null, ...bytes: number[]) =>
  Buffer.concat([latin(xml(encoding, '')), Buffer.from('<t>'), Buffer.from(bytes), Buffer.from('</t>')])
const latin = (text: string) => Buffer.from(text, 'latin1')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
const utf32 = (text: string, write: 'writeUInt32LE' | 'writeUInt32BE') => {
  const bytes = Buffer.alloc([...text].length * 4)
  for (const [at, char] of [...text].entries()) bytes[write](char.codePointAt(0)!, at * 4)
  return bytes
}

test.each([
  ['UTF-8', Buffer.from(xml('utf-8', 'déjà 💡')), null, 'déjà 💡'],
  ['UTF-8 labelled as something else', Buffer.from(xml('iso-8859-1', 'déjà')), 'windows-1252', 'déjà'],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${xml(null, 'déjà')}`), null, 'déjà'],
  ['UTF-8 that says it is UTF-16', Buffer.from(xml('utf-16', 'déjà')), null, 'déjà'],
  ['Latin-1 as the file says', latin(xml('ISO-8859-1', 'déjà')), null, 'déjà'],
  ['Latin-1 as HTTP says', latin(xml(null, 'déjà')), 'iso-8859-1', 'déjà'],
  ['Latin-1 that says it is UTF-8', latin(xml('utf-8', 'déjà vu')), 'utf-8', 'déjà vu'],
  ['windows-1252 without a label', around(null, 0x6c, 0x92, 0x9c), null, '’œ'],
  ['both in one file', Buffer.concat([Buffer.from('<t>déjà 💡'), latin(' été </t>')]), null, 'déjà 💡 été'],
  ['Latin-9', around('iso-8859-15', 0xa4), null, '€'],
  ['an unknown label', latin(xml('klingon', 'déjà')), null, 'déjà'],
  ['HTTP’s unknown label, then the file’s', around('windows-1251', 0xeb), 'x-unknown', 'л'],
  ['KOI8-R', around('koi8-r', 0xcc), null, 'л'],
  ['Shift JIS by another name', around('cp932', 0x93, 0xfa), null, '日'],
  ['GB', around('gb2312', 0xc4, 0xe3), null, '你'],
  ['a DOS code page', around('cp850', 0x64, 0x82), null, 'dé'],
  ['another DOS code page', around('IBM852', 0x9b), null, 'Ť'],
  ['a Macintosh of Greece', around('x-mac-greek', 0xe1), null, 'α'],
  ['Latin-2 with its year', around('ISO_8859-2:1987', 0xb3), null, 'ł'],
  ['Latin-10', around('l10', 0xb3), null, 'ł'],
  ['Thai', around('TIS-620', 0xa1), null, 'ก'],
  ['Korean by its standard', around('ks_c_5601-1987', 0xc7, 0xd1), null, '한'],
  ['Japanese by an old name', around('x-euc-jp', 0xc6, 0xfc), null, '日'],
  ['only a number', around('1251', 0xeb), null, 'л'],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${xml('utf-16', 'déjà')}`, 'utf16le'), null, 'déjà'],
  ['UTF-16 the other way round', utf16be(`\ufeff${xml('utf-16', 'déjà')}`), null, 'déjà'],
  ['UTF-16 without a mark', utf16be(xml('utf-16', 'déjà')), null, 'déjà'],
  ['UTF-32', utf32(xml('utf-32', 'déjà 💡'), 'writeUInt32LE'), null, 'déjà 💡'],
  ['UTF-32 the other way round', utf32(xml('utf-32', 'déjà 💡'), 'writeUInt32BE'), null, 'déjà 💡'],
  ['ISO-2022-JP, which looks like ASCII', around('iso-2022-jp', ...latin('\x1b$BF|\x1b(B')), null, '日'],
])('text is found in bytes: %s', async (_, bytes, charset, expected) => {
  expect(await textOf(bytes, charset)).toContain(expected)
})

test('UTF-8 cut in the middle of a character is UTF-8 still', async () => {
  const whole = Buffer.from('<t>déjà — été 💡')
  for (const cut of [1, 2, 3]) expect(await textOf(whole.subarray(0, -cut), null)).toMatch(/^<t>déjà — été /u)
})

test('a character that lies across two slices stays whole', async () => {
  const text = 'é'.repeat(70_000)
  const bytes = Buffer.concat([Buffer.from('a'), Buffer.from(text), latin('é</t>')])
  expect(await textOf(bytes, null)).toBe(`a${text}é</t>`)
})
