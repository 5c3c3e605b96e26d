/** Where a title may be cut: after a colon, a comma, a bracket or a blank. */
const cutAt = (text: string, end: number): number => {
  const head = text.slice(0, end)
  return Math.max(head.lastIndexOf(': ') + 1, head.lastIndexOf(', ') + 1, head.lastIndexOf('(') + 1)
}

/** Titles without what all of them begin with: "Exports to Russia", "Imports from Russia". */
export function shortLabels(titles: string[]): string[] {
  const [first = ''] = titles
  if (titles.length < 2) return titles
  let end = first.length
  for (const title of titles) while (!title.startsWith(first.slice(0, end))) end--
  const cut = cutAt(first, end)
  return titles.map((title) => {
    const rest = title.slice(cut).replace(/^[\s(]+|\)$/g, '')
    return rest ? rest.charAt(0).toUpperCase() + rest.slice(1) : title
  })
}
