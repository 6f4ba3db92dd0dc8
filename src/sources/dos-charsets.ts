/**
 * DOS code pages, which the platform's TextDecoder leaves out and old publishing tools still write: the upper 128
 * characters of each, in order (from the Unicode Consortium's mappings, MAPPINGS/VENDORS/MICSFT/PC).
 */
const pages: Record<string, string> = {
  '437': `ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0`,
  '850': `ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0`,
}

/** A decoder for `cp437`, `ibm850` and their other spellings; null for any other label. */
export function dosDecoder(label: string) {
  const page = pages[/^(?:cp|ibm|dos|x-cp)-?(\d{3})$/u.exec(label)?.[1] ?? '']
  if (!page) return null
  return {
    decode(bytes: Uint8Array = new Uint8Array()) {
      let text = ''
      for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : page[byte - 128]
      return text
    },
  }
}
