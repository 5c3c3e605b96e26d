/** Text as HTML. */
export const escaped = (text: unknown): string =>
  String(text ?? '').replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** A text as the name of a place on the page. */
export const id = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')

export const code = (text: unknown): string => `<code>${escaped(text)}</code>`

/** Words with names between backticks. */
export const words = (text: string | undefined): string =>
  escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>')

export const paragraph = (text: string | undefined): string => (text ? `<p>${words(text)}</p>` : '')

export const listing = (text: string): string => `<pre>${escaped(text)}</pre>`

/** Nothing where there are no rows. Cells are HTML. */
export const table = (caption: string, head: string[], rows: string[][]): string =>
  rows.length === 0
    ? ''
    : `<table><caption>${escaped(caption)}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table>`
