const ENDS =
  /(?<!\p{L})(?:weeks? ?[-_/]?(?:end(?:ed|ing|s)?|to)|w ?\/ ?e|woche bis|semaine (?:finissant|se terminant)|semana (?:que termina|terminada)|недел\p{L}+,? (?:по|заканчива\p{L}+|оканчива\p{L}+))(?!\p{L})/iu
const BEGINS =
  /(?<!\p{L})(?:weeks? ?[-_/]?(?:begin(?:ning|s)?|commencing|of|start(?:ing|s)?|from)|w ?\/ ?[bc]|woche (?:ab|vom|von)|semaine (?:du|commençant)|semana (?:del|que empieza)|недел\p{L}+,? (?:с|начина\p{L}+))(?!\p{L})/iu

/** Which end of its week a day stands for below such a heading: `Week ending`, `w/c`; undefined for other headings. */
export function weekEnd(heading: string): 'begins' | 'ends' | undefined {
  const words = heading.replaceAll('_', ' ')
  if (ENDS.test(words)) return 'ends'
  return BEGINS.test(words) ? 'begins' : undefined
}
