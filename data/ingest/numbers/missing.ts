/** What offices write where there is no figure: not there at all. */
const NOT_THERE =
  '|..|...|....|. .|. . .|(..)|:|：|-|--|---|- -|_|.|/|n/a|n/e|na|np|n.p.|n.a.|n.a|n/d|nd|n.d.|nan|<na>|null|(null)|\\N|' +
  'none|∅|#n/a|#na|(na)|n.av.|n.c.|b.d.|[x]|б/д|' +
  'closed|holiday|s.d.|k.a.|k. a.|н/д|нд|н.д.|нет данных|没有数据|无数据|未公布|no data|not available|missing|无|暂无|無|無資料|없음|해당없음|該当なし|不明|不詳|―|ー|#н/д|nil|байхгүй|дані відсутні|немає даних|غير متوفر|ไม่มีข้อมูล|keine angabe'

/** A figure there is, and it is not told. */
const SUPPRESSED =
  'c|f|x|(c)|[c]|х|(d)|(s)|*|**|***|conf|conf.|confidential|suppressed|secret|geheim|конф.|конфиденциально|保密'

/** There cannot be one. */
const NOT_APPLICABLE =
  'n/m|n.m.|nm|z|(x)|[z]|[w]|not applicable|nicht anwendbar|не применимо|不适用'

type MissingStatus = 'O' | 'Q' | 'M'

const STATUS = new Map<string, MissingStatus>(
  (
    [
      [NOT_THERE, 'O'],
      [SUPPRESSED, 'Q'],
      [NOT_APPLICABLE, 'M'],
    ] as const
  ).flatMap(([words, status]) => words.split('|').map((word) => [word, status] as const)),
)

const LONGEST = 24

/** `#N/A N/A`, `#N/A Field Not Found`: why a terminal has no figure. */
const OF_TERMINAL = /^#N\/A \S/

/**
 * Why a cell tells no figure (SDMX CL_OBS_STATUS: O not there, Q suppressed, M cannot exist); undefined
 * where it tells one.
 */
export function missingStatus(text: string): MissingStatus | undefined {
  const first = text.charCodeAt(0)
  if ((first >= 48 && first <= 57) || text.length > LONGEST) return undefined
  return STATUS.get(text) ?? STATUS.get(plain(text)) ?? (OF_TERMINAL.test(text) ? 'O' : undefined)
}

const plain = (text: string): string =>
  text
    .trim()
    .replace(/[–—−‐‑－]/g, '-')
    .replace(/…/g, '...')
    .toLowerCase()
