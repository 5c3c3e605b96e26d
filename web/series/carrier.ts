/** Who published a figure, of a source told as "Customs via Reuters, carried by The Paper". */
export const publisherOf = (source: string | null): string | null =>
  source === null ? null : (source.split(' via ')[0] ?? source)

/** Who carried it: what follows "via", else the source itself. */
export function carrierOf(source: string | null): string | null {
  const via = source?.indexOf(' via ') ?? -1
  return source === null || via < 0 ? source : source.slice(via + 5)
}
