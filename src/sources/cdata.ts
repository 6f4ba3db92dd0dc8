/** Markup that holds its CDATA as escaped text, so that whoever reads it need not know of it. */
export const withoutCdata = (markup: string) =>
  markup.includes(opening)
    ? markup.replace(/<!\[CDATA\[(.*?)(?:\]\]>|$)/gsu, (_, inside: string) =>
        inside.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
      )
    : markup

const opening = '<![CDATA['
