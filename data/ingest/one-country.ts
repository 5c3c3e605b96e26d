import { headerWord } from './words.ts'

/** Words of headings in languages that hardly anybody but the office of a country or two writes tables in. */
const OF_ONE_COUNTRY = new Set(
  (
    'måned månad år tid enhed indhold indud import_eksport varuimport_export statistikkvariabel tabellinnehåll landen zemlja zemlje država države krajina krajiny jaar maand perioden handelsstroom yıl ay ülke ülke_adı vuosi kuukausi maa maat aasta kuu riik kaubavoog rok ' +
    'měsíc období země zemi kraj kraje miesiąc év hónap időszak ország országok tahun bulan negara tháng năm nước рік місяць країна ' +
    'държава година месец gads mēnesis valsts metai mėnuo šalis țara χώρα έτος ano mês país países_de_destino fluxo paese anno mese ' +
    'ölkələr ölkə davlatlar елдер өлкөлөр ประเทศ երկրներ ქვეყნები улс ел мемлекет davlat mamlakat երկիր ქვეყანა yıllar ülkeler שנה חודש מדינה ארץ سال کشور'
  ).split(' '),
)

export const isOfOneCountry = (heading: string): boolean => OF_ONE_COUNTRY.has(headerWord(heading))

/** Whether a header names the nomenclature by which Russia and its neighbours declare goods. */
export const isOfEurasia = (heading: string): boolean =>
  /ТН ?ВЭД|(?<!\p{L})tn[ _]?ved(?!\p{L})/iu.test(heading)
