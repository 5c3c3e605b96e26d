/** Words that a row or column is called by which adds up all others, or is their mean. */
const TOTAL =
  /^(?:grand total|sub-?total|total(?: general| général)?|totals?|totaal|totalt|totale|totals? \(.*\)|sum|summe|summa|gesamt|gesamtergebnis|genel toplam|suma końcowa|общий итог|insgesamt|zusammen|всего|итого|сумма|合计|总计|总额|总值|小计|計|合計|総額|합계|총계|소계|toplam|razem|ogółem|celkem|yhteensä|усього|разом|барлығы|жиыны|жалпы|tổng|tổng cộng|tổng số|รวม|รวมทั้งสิ้น|ทั้งหมด|الإجمالي|الاجمالي|المجموع|جمع|جمع کل|סה"כ|סה״כ|סך הכל|σύνολο|総計|總計|小計|계|jami|cəmi|нийт|бүгд|ընդամենը|სულ|összesen|ukupno|skupaj|всичко|общо|kokku|kopā|iš viso|i alt|jumlah|жами)[.:]?$/i
const MEAN =
  /^(?:average|avg\.?|mean|median|durchschnitt|mittelwert|moyenne|promedio|media|среднее|в среднем|平均|均值|cagr)[.:]?$/i

/** Whether a text is the word for all of what stands above or beside it, in one language or in two: `Toplam-Total`. */
export const isTotalWord = (text: string): boolean =>
  TOTAL.test(text.trim()) || (/\S ?[-/] ?\S/.test(text) && text.split(/[-/]/).every(isTotal))

const isTotal = (word: string): boolean => TOTAL.test(word.trim())

/** `Итого за 1 кв.`, `Total for the year`. */
const SUM_OF = /^(?:итого|всего|total) (?:за|for) /i

/** `Calendar YTD`, `Total Fiscal Year`: sums below the months of a year that goes on, or has gone by. */
const OF_YEAR =
  /^(?:(?:calendar|fiscal)(?: year)? )?(?:ytd|year[- ]to[- ]date)$|^(?:total|annual) (?:(?:calendar|fiscal) )?(?:year|total)$/i

/** The same, or for a mean of it, or for the sum of some rows: no period is called so. */
export const isSummaryWord = (text: string): boolean =>
  isTotalWord(text) || [MEAN, SUM_OF, OF_YEAR].some((words) => words.test(text.trim()))
