/** How many characters all texts begin with. */
function commonStart(texts: string[]): number {
  const [first = ''] = texts
  let end = first.length
  for (const text of texts) while (!text.startsWith(first.slice(0, end))) end--
  return end
}

/** How many characters of the common start are whole phrases: a comma, a colon or a bracket ends one. */
const wholePhrases = (text: string, end: number): number =>
  /^.*(?:[,:] |\()/.exec(text.slice(0, end))?.[0].length ?? 0

/** What all texts end with after a colon or in brackets: ": total", " (Autostat)". */
function commonTail(texts: string[]): string {
  const tail = /(: [^:]*| \([^()]*\))$/.exec(texts[0] ?? '')?.[0] ?? ''
  return texts.every((text) => text.endsWith(tail)) ? tail : ''
}

/** Titles without what all of them begin and end with: "Chinese exports to Russia". */
export function shortLabels(titles: string[]): string[] {
  if (titles.length < 2) return titles
  const tail = commonTail(titles)
  const heads = titles.map((title) => title.slice(0, title.length - tail.length))
  const cut = wholePhrases(heads[0]!, commonStart(heads))
  return titles.map((title, i) => {
    const rest = heads[i]!.slice(cut).replace(/^[\s,:(]+/, '')
    const label = rest.includes('(') ? rest : rest.replace(/\)$/, '')
    return label ? label.charAt(0).toUpperCase() + label.slice(1) : title
  })
}

/** What all titles begin with, up to a colon or comma, where that says enough. */
export function commonName(titles: string[]): string | null {
  const [first = ''] = titles
  const head = first.slice(0, commonStart(titles))
  const name = head.slice(0, Math.max(head.lastIndexOf(':'), head.lastIndexOf(','), 0)).trim()
  return name.length > 8 ? name : null
}
