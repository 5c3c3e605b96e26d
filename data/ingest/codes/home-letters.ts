/** Letters that one country writes its own tables in, and hardly anybody else. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Thai}/u, 'THA'],
  [/\p{Script=Hebrew}/u, 'ISR'],
  [/\p{Script=Armenian}/u, 'ARM'],
  [/\p{Script=Georgian}/u, 'GEO'],
  [/[їєґ]|(?<!\p{L})імпорт/iu, 'UKR'],
  [/[әғқңұһ]/iu, 'KAZ'],
  [/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơư]/iu, 'VNM'],
]

/** The country in whose letters headings and lines above a table are, where they are those of one. */
export function homeByLetters(words: readonly string[]): string | undefined {
  const homes = LETTERS.flatMap(([letters, home]) =>
    words.some((word) => letters.test(word)) ? [home] : [],
  )
  return homes.length === 1 ? homes[0] : undefined
}
