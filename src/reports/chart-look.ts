/** What all charts share: their width in px, and the font that is shipped beside them. */
export const chartWidth = 900
export const chartFont = 'DejaVu Sans'
