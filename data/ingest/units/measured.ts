import { unjoined } from '../unjoined.ts'

const GROWTH =
  /同比(?![增减]+额)|环比(?![增减]+额)|比去年同期|(?:[与與较較](?:去年|上年|上月|上季|同期)|比(?:上年|上月|去年))(?!.*[额額])|증감[률율]|증가율|성장률|成長率|增減率|前期比|อัตรา(?:การ)?(?:ขยายตัว|เติบโต)|معدل النمو|전년(?:동[월기]|동월기)?(?:대)?비|전월(?:대)?비|전기대비|按[年月季]變動|按[年月季]变动|年增率|年增減率|伸び?率|対前年増減率|増減率|前年(?:同[月期])?比|growth rate|% ?change|percent(?:age)? change|темпы? (?:роста|прироста)|темпи? (?:зростання|приросту)|[%％] ?(?:к|до|от|of|to) |(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:y[/-]?o[ /-]?y|m[/-]?o[ /-]?m|[yqmw]\/[yqmw]|г\/г|м\/м|н\/н|кв?\/кв?)(?!\p{L})/iu

/** A growth that is told in the unit of what grows. */
const ABSOLUTE = /(?<!\p{L})(?:absolute|абсолютн\p{L}*)(?!\p{L})/iu

/** Whether a heading says that its figures are growth, which is in per cent, whether it says so or not. */
export const isGrowth = (heading: string): boolean =>
  GROWTH.test(unjoined(heading)) && !ABSOLUTE.test(heading)

const RELATIVE =
  /(?<!\p{L})(?:shares?|changes?|growth|rates?|ratio|prices?|unit values?|index|indices|дол[яи]|удельн\p{L}* вес|рост|прирост\p{L}*|изменени\p{L}*|(?<!ед\.? )изм|динамика|темпы?|цена|цены|курс|индекс\p{L}*|anteil\p{L}*|veränderung\p{L}*|preise?|variation|variación|precios?|prix|zmiana|udział|évolution|variazion\p{L}*|variação|değişim\p{L}*|dynamika|participaci[oó]n|participação|andel\p{L}*|osuus|osakaal\p{L}*|īpatsvars|tỷ trọng|tỷ lệ|tăng trưởng|tốc độ tăng|tăng\/giảm|частк\p{L}*|питома вага|приріст|зміна|індекс\p{L}*|үлес\p{L}*|өсім\p{L}*|өсу|өзгеріс\p{L}*|oranı|artış\p{L}*|endeks\p{L}*|нарастван\p{L}*|дял|ръст\p{L}*|промяна|промена|podíl\p{L}*|změn\p{L}*|tempo růstu|részarány\p{L}*|változás\p{L}*|megoszlás|növekedés\p{L}*|\p{L}*index|ponder\p{L}*|creșter\p{L}*|variați\p{L}*|ude[ol]\p{L}*|udio|indeks\p{L}*|delež\p{L}*|spremembe?a?|pangsa|pertumbuhan|perubahan|endring\p{L}*|ändring\p{L}*|förändring\p{L}*|muut(?:os|us)\p{L}*|izmaiņas|pokytis|ulushi|o'zgarish\p{L}*|o'sish\p{L}*|artım\p{L}*|xüsusi çəki|crecimiento|crescimento|taux|μεταβολ\p{L}*|μερίδι\p{L}*|ποσοστ\p{L}*|δείκτη\p{L}*|نسبة|النسبة|الحصة|حصة|التغير|المؤشر|سهم|رشد|درصد|شاخص|שיעור|אחוז|נתח|שינוי|מדד|отношение|к аналогичному периоду)(?!\p{L})|占比|比重|份额|構成比|增[长速幅减]|均价|单价|指数|비중|증감|단가|점유율|구성비|기여도|지수|渗透率|滲透率|佔比|市占率|シェア|寄与度|สัดส่วน|เปลี่ยนแปลง|ดัชนี/iu

/** Amounts at prices of a time are amounts: `Exports at current prices`. */
export const atPrices = (heading: string): boolean =>
  /(?<!\p{L})(?:(?:current|constant|fixed|comparable|basic|market)|(?:at|in)[_ ].*)[_ ]prices(?!\p{L})/iu.test(
    heading,
  )

/**
 * Whether a heading names a share, a change, a price or an index: none of these is in the unit that a title
 * says of its amounts.
 */
export const isRelative = (heading: string): boolean =>
  isGrowth(heading) || RELATIVE.test(unjoined(heading))

const AMOUNT =
  /(?<!\p{L})(?:sales|sold|deliver(?:y|ies)|shipments?|registrations?|production|output|turnover|revenues?|throughput|volumes?|продаж\p{L}*|регистраци\p{L}*|производств\p{L}*|выпуск\p{L}*|оборот|(?:neu)?zulassungen|produktion|absatz|umsatz|ventas|matriculaciones|producción|ventes|immatriculations|vendite|immatricolazioni|vendas|emplacamentos|produção|sprzedaż|rejestracje|satışlar|üretim)(?!\p{L})|销量|产量|销售[量额]|吞吐量|판매|생산|販売台数|生産台数|登録台数/iu

/** Whether a heading names what is counted, or a share, a change or a price of it: figures below it are a measure. */
export const namesMeasure = (heading: string): boolean =>
  AMOUNT.test(heading) ||
  isCandle(heading) ||
  (isRelative(heading) && !/^\s*(?:index|индекс|指数|지수)\s*$/i.test(heading))

const PRICE =
  /(?<!\p{L})(?<!(?:(?:current|constant|fixed|comparable|market|basic)|(?:at|in)(?: \p{L}+)?) (?:exchange )?)(?:prices?|rates?|цена|курс|preis|prix|precio|preço|prezzo)(?!\p{L})|[均单]价|价格|汇率/iu

/** The prices of a day on an exchange, `<OPEN>`, `high`, `Adj Close`, or at a bank, `buy_cash`, `Selling`. */
const isCandle = (heading: string): boolean =>
  /^<?(?:open|high|low|close|adj\.? close|waprice|vol(?:rur)?|numtrades|(?:buy|sell|bid|ask|offer)(?:ing)?(?:[_ ](?:cash|transfer))?)>?$/i.test(
    heading,
  )

/** Whether a heading is of a price or a rate of exchange, which is no sum, though it may be in a currency: `Brent price (USD)`. */
export const isPrice = (heading: string): boolean =>
  PRICE.test(unjoined(heading)) || isCandle(heading)

const EXCHANGE =
  /(?<!\p{L})(?<!(?:at|current|constant|fixed|market) )(?:exchange rates?|purchasing power parit(?:y|ies)|(?:currency|units) per (?:us|u\.s\.) dollar|wechselkurse?|taux de change|tipos? de cambio|taxas? de câmbio|курсы? валют\p{L}*|обменный курс)(?!\p{L})|汇率|환율|為替レート/iu

/** Whether the name of a series says that it is a rate of exchange, which is no sum, though its unit is a currency. */
export const isOfExchange = (name: string): boolean => EXCHANGE.test(name)
