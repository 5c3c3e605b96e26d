/** Letters that Unicode does not take apart, in plain Latin ones; Cyrillic as passports have it (ICAO 9303). */
const LATIN = new Map(
  [
    'а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts',
    'ч ch ш sh щ shch ъ ie ы y ь - э e ю iu я ia і i ї i є ie ґ g ў u',
    'ß ss ø o ł l đ d æ ae œ oe ı i',
  ]
    .join(' ')
    .split(' ')
    .flatMap((letter, i, all) =>
      i % 2 === 0 ? [[letter, (all[i + 1] ?? '').replace('-', '')]] : [],
    )
    .map(([letter = '', plain = '']): [string, string] => [letter, plain]),
)
const LONGEST = 60

/** The name of a file without its folder, its endings, and the number of a second download. */
const stemOf = (fileName: string): string =>
  fileName
    .replace(/^.*[\\/]/, '')
    .replace(/(\.(csv|tsv|txt|tab|gz))+$/i, '')
    .replace(/\s*\(\d{1,2}\)$/, '')

/** A few letters that are others for another text (FNV-1a). */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  return (hash >>> 0).toString(36)
}

/**
 * The id that a file name makes: `Exports 2024 (1).csv` is `exports-2024`, `нефть.csv` is `neft`. A name in
 * letters that have no Latin ones gets a mark of its own, so that two such files are two datasets.
 */
export function slugOf(fileName: string): string {
  const stem = stemOf(fileName).normalize('NFC').toLowerCase()
  const plain = [...stem]
    .map((letter) => LATIN.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
  const isLost = /(?![a-z0-9])[\p{L}\p{N}]/u.test(plain)
  return isLost ? `${slug || 'dataset'}-${markOf(stem)}` : slug || 'dataset'
}

export const isSlug = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)

/** `oil-exports.csv` as a title: `Oil exports`; letters beyond plain Latin stay as they were written. */
export function titleOfFile(fileName: string): string {
  const stem = stemOf(fileName).normalize('NFC')
  const isPlain = !/(?![a-z0-9])[\p{L}\p{N}]/iu.test(stem)
  const words = isPlain
    ? slugOf(fileName).replaceAll('-', ' ')
    : stem
        .replace(/[\s_.-]+/g, ' ')
        .trim()
        .slice(0, LONGEST)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
