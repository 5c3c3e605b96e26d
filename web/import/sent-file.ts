import { signal } from '@preact/signals'

/**
 * The file that was sent last, as long as the page is open, so that its bytes can be shown in another
 * encoding at once. Every reading of it has its sha256.
 */
export const sentFile = signal<{ sha256: string; file: File } | null>(null)

const BEGINNING = 2 ** 20

/** The first bytes of the file with this sha256; undefined where it was sent from another page. */
export async function firstBytes(sha256: string): Promise<Uint8Array | undefined> {
  const sent = sentFile.peek()
  if (sent?.sha256 !== sha256) return undefined
  return new Uint8Array(await sent.file.slice(0, BEGINNING).arrayBuffer())
}
