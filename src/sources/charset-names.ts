import { oldDecoder } from './old-charsets.ts'

export type Decoder = { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string }

/** A decoder for what a feed or a server calls its encoding, in any of the spellings in use; null for an unknown one. */
export function decoderNamed(label: string): Decoder | null {
  const name = label.trim().toLowerCase()
  const plain = name.replace(/[^a-z0-9]/gu, '')
  const old = oldDecoder(oldNames.reduce((done, [wrong, right]) => done.replace(wrong, right), plain))
  if (old) return old
  for (const known of [name, ...spellings.map(([wrong, right]) => plain.replace(wrong, right))]) {
    try {
      return new TextDecoder(known)
    } catch {
      // Not a label that the platform knows; the next spelling may be.
    }
  }
  return null
}

const oldNames: [RegExp, string][] = [
  [/^(?:cs|x)?(?:ibm|dos|cp|pc)?(\d{3,4})$/u, 'cp$1'],
  [/^cspc8codepage437$/u, 'cp437'],
  [/^cspc(775|850|862).+$|^cspcp(852)$/u, 'cp$1$2'],
  [/^ruscii$|^cp866u$/u, 'cp1125'],
  [/^(?:cshp)?roman8$|^r8$|^cp1051$/u, 'hproman8'],
  [/^(?:cs)?(?:pt)?cp154$|^pt154$|^cyrillicasian$/u, 'ptcp154'],
  [/^(?:st)?rk1048(?:2002)?$/u, 'kz1048'],
  [/^x(?=mac)/u, ''],
  [/^mac(?:ce|latin2|centraleurope|centraleurroman)$/u, 'maccenteuro'],
  [/^maccroatian$/u, 'maccroatian'],
  [/^mac(?:icelandic|iceland)$/u, 'maciceland'],
  [/^macromania$/u, 'macromanian'],
]

// What remains of a label without its signs, and what the platform calls it.
const spellings: [RegExp, string][] = [
  [/^(?:cs|x)?(?:windows|win|cp|ms|ansi)?(125\d|874)$/u, 'windows-$1'],
  [/^(?:cs|x)?iso8859(\d{1,2}?)(?:(?:19|20)\d\d)?$/u, 'iso-8859-$1'],
  [/^(?:iso)?latin1$|^ansi$|^iso8859$/u, 'windows-1252'],
  [/^l(?:atin)?7$/u, 'iso-8859-13'],
  [/^l(?:atin)?8$/u, 'iso-8859-14'],
  [/^l(?:atin)?9$/u, 'iso-8859-15'],
  [/^l(?:atin)?10$|^isoir226$/u, 'iso-8859-16'],
  [/^elot928$/u, 'iso-8859-7'],
  [/^tis620.*$|^thai$|^isoir166$/u, 'windows-874'],
  [/^(?:x)?mac(?:roman)?$/u, 'macintosh'],
  [/^(?:x)?maccyrillic$/u, 'x-mac-cyrillic'],
  [/^(?:cp|ms|windows)?932$|^s?jis.*$|^shiftjis.*$|^windows31j$|^mskanji$|^xmacjapanese$/u, 'shift_jis'],
  [/^(?:cp|ms)?936$|^(?:euc)?gb2312.*$|^euccn$|^xmacsimpchinese$/u, 'gbk'],
  [/^gb18030.*$/u, 'gb18030'],
  [/^(?:cp|ms)?949$|^uhc$|^euckr$|^ksc5601.*$|^ksx1001.*$|^xmackorean$/u, 'euc-kr'],
  [/^(?:cp|ms)?950$|^big5.*$|^hkscs$|^xmactradchinese$/u, 'big5'],
  [/^euc(?:jp|jis).*$|^ujis$/u, 'euc-jp'],
  [/^koi8ru$/u, 'koi8-u'],
  [/^(?:cs)?iso2022jp.*$/u, 'iso-2022-jp'],
]
