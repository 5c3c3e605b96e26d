/** Words of tables that no other language writes so. */
const ENGLISH = new Set(
  (
    'the of and by with from year month quarter date country countries exports imports exporter importer ' +
    'exporters importers value values trade quantity price amount share commodity commodities products sales ' +
    'brand world million thousand billion goods weight balance change growth industry source other others ' +
    'rest united states kingdom germany turkey italy spain netherlands switzerland poland brazil january ' +
    'february march june july october december reporting economy statistics monthly annual quarterly yearly ' +
    'weekly reporter unit units'
  ).split(' '),
)

/** Words of tables in languages that write decimal commas. */
const OTHERS = new Set(
  (
    'der die das und nach jahr monat wert menge ausfuhr einfuhr insgesamt waren tabelle einheit le les des du et ' +
    'annee mois pays valeur commerce los las el y por mes pais valor anual comercio il di dei anno mese paese ' +
    'valore scambi ano mensal rok kraj wartosc eksport og til ar efter land lande maand waarde yil ay ulke deger ' +
    'hodnota vuosi nilai tahun bulan fecha datum importe exportaciones importaciones exportacoes importacoes ' +
    'exportations importations esportazioni importazioni einfuhr tarih dato'
  ).split(' '),
)

/** Whether lines of a table are in English: some words are, none is of another language, nor any letter beyond ASCII. */
export function isEnglish(lines: readonly string[], cells: readonly string[]): boolean {
  const own = wordsOf(lines)
  if (lines.some((line) => /[^\p{ASCII}\P{L}]/u.test(line))) return false
  if (own.some((word) => OTHERS.has(word))) return false
  return [...own, ...wordsOf(cells)].some((word) => ENGLISH.has(word))
}

/** Whether lines of a table are in a language whose speakers write the day before the month, whatever else is open. */
export const isOfDayFirst = (lines: readonly string[]): boolean =>
  lines.some((line) => /\p{Script=Cyrillic}/u.test(line)) ||
  wordsOf(lines).some((word) => OTHERS.has(word))

const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? [])
