import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { guessEncodings } from '../../../../data/ingest/reader/guess.ts'

const guess = (text: string, encoding: string) =>
  guessEncodings(iconv.encode(text, encoding))[0]?.encoding

describe('the encoding of a file is told by how its text reads', () => {
  it.each([
    ['windows-1252', 'code,partner,value\n531,Curaçao,5\n'],
    ['windows-1252', 'partner;Wert\nTürkei;1,5\nÖsterreich;2,5\n'],
    ['windows-1252', "partner,value\nCôte d'Ivoire,5\nSaint Barthélemy,1\nTürkiye,7\n"],
    ['windows-1251', 'страна;месяц;стоимость\nКитай;январь 2023;1,5\nТурция;февраль 2023;2,5\n'],
    ['windows-1251', 'partner,value\nКитай,5\n'],
    ['GB18030', '数据年月,贸易伙伴名称,人民币\n202401,巴西,359701179444\n'],
    ['GB18030', 'partner,value\n中国,5\n'],
    ['CP949', '국가,기간,금액\n중국,2023-01,5\n러시아,2023-02,6\n'],
    ['Shift_JIS', '国名,期間,金額\nロシア,2023-01,5\nトルコ,2023-02,6\n'],
    ['windows-1250', 'kraj,wartość\nWęgry,5\nŁotwa,6\nSłowacja,7\n'],
    ['ISO-8859-2', 'kraj,wartość\nWęgry,5\nŚląsk,6\nSłowacja źródło,7\n'],
    ['CP866', 'страна;стоимость\nКитай;1,5\nТурция;2,5\n'],
    ['KOI8-R', 'страна;стоимость\nКитай;1,5\nТурция;2,5\n'],
    ['CP437', 'pays,valeur\nBrésil,5\nCôte d Ivoire,6\nPérou,7\n'],
  ])('%s: %j', (encoding, text) => {
    const found = guess(text, encoding)
    expect(iconv.decode(iconv.encode(text, encoding), found ?? 'ascii')).toBe(text)
  })

  const examples = join(import.meta.dirname, '../../../../../shared/examples')
  it.skipIf(!existsSync(examples))(
    'reads the real exports of two offices (skipped where the examples are not beside the project)',
    () => {
      const first = (name: string) =>
        guessEncodings(readFileSync(join(examples, name)))[0]?.encoding
      expect(first('2024in_soybeans.csv')).toBe('GB18030')
      expect(first('TradeData_THA_8542_2014-2024.csv')).toBe('windows-1252')
    },
  )
})
