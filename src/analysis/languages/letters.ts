const aside = /https?:\/\/\S+|www\.\S+|[#@][\p{L}\p{N}_.-]+|<[^<>]{1,300}>|&\w{2,8};/gu
const word = /\p{L}[\p{L}\p{M}]*'?|[¿¡]/gu

/**
 * The words of a text in small letters, elided ones with their apostrophe (« l' »); no tags, handles, addresses.
 * « ¿ » and « ¡ » count as words: only Spanish has them.
 */
export const lettersOf = (text: string): string[] =>
  text.replace(aside, ' ').replace(/[’ʼ]/gu, "'").toLowerCase().normalize('NFC').match(word) ?? []
