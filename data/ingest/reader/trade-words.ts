/** Words of trade tables that are no names of places, months or money: headings and goods, by language. */
export const TRADE_WORDS: Readonly<Record<string, string>> = {
  de:
    'Länder Währung Gebühr Stück Außenhandel Güter Jänner März für über Österreich ' +
    'lebende Tiere Fleisch Fische Krebstiere Milch Käse Eier Honig Pflanzen Gemüse Früchte Nüsse Kaffee Tee ' +
    'Gewürze Getreide Müllereierzeugnisse Stärke Ölsaaten Samen Heu Fette Öle Wachse Zucker Kakao Getränke ' +
    'Essig Rückstände Futter Tabak Salz Schwefel Steine Erden Zement Erze Schlacken Brennstoffe Mineralöle ' +
    'chemische Erzeugnisse Düngemittel Farben Lacke Riechmittel Seifen Eiweißstoffe Zündhölzer Kunststoffe ' +
    'Häute Leder Pelzfelle Holz Holzkohle Kork Korbmacherwaren Zellstoff Bücher Wolle Baumwolle Spinnstoffe ' +
    'Teppiche Kleidung Schuhe Hüte Schirme Keramik Glas Perlen Eisen Stahl Kupfer Werkzeuge Kessel Maschinen ' +
    'Geräte elektrotechnische Wärme Zugmaschinen Kraftfahrzeuge Wasserfahrzeuge Meßinstrumente Präzision ' +
    'Uhren Musikinstrumente Möbel Spielzeug Sportgeräte Kunstgegenstände Gefäße Behälter Röhren Drähte Bänder ' +
    'übrige sonstige einschließlich natürliche künstliche gefüllt Größe Maß weiß süß groß',
  fr:
    'Année Période Quantité Valeur déclarant marchandises reçu où données février août décembre ' +
    'animaux vivants viandes poissons crustacés lait œufs miel légumes fruits agrumes café thé épices céréales ' +
    'amidon graines oléagineuses résines végétaux graisses huiles cires préparations crustacés sucres cacao ' +
    'pâtisseries boissons résidus tabacs sel soufre terres plâtres ciments minerais énergétiques minéraux ' +
    'métaux précieux produits pharmaceutiques teintures peintures parfumerie savons protéines explosifs ' +
    'matières plastiques caoutchouc peaux pelleteries bois liège vannerie pâtes papier livres soie laine coton ' +
    'fibres synthétiques tapis vêtements bonneterie chaussures céramiques verre perles fer acier ouvrages étain ' +
    'nickel plomb outils coutellerie réacteurs nucléaires chaudières machines électriques véhicules aériens ' +
    'bateaux instruments médicaux horlogerie meubles éclairage jouets œuvres matériel à câbles appareils ' +
    'récepteurs élevage pêche forêt société général première là être même intérêt côté hôtel',
  es:
    'Año Período País Código Descripción exportación importación animales carne pescados crustáceos lácteos ' +
    'huevos plantas hortalizas frutas café té especias cereales almidón semillas plásticos caucho azúcar cacao ' +
    'pastelería bebidas residuos tabaco sal azufre minerales químicos orgánicos farmacéuticos abonos pinturas ' +
    'jabón pólvora algodón lana tejidos alfombras prendas calzado cerámica vidrio fundición aluminio cinc estaño ' +
    'máquinas eléctricos vehículos óptica médico relojería muebles juguetes música vacío más señal niños según ' +
    'níquel papel cartón maíz maní camión avión',
  pt:
    'Ano Mês País Código Descrição exportação importação não São animais carnes peixes crustáceos laticínios ovos ' +
    'plantas hortícolas frutas café chá cereais sementes gorduras açúcares cacau bebidas resíduos tabaco minérios ' +
    'combustíveis químicos farmacêuticos adubos plásticos borracha algodão tapetes vestuário calçados cerâmica ' +
    'vidro ferro aço cobre alumínio máquinas elétricos veículos óptica relógios móveis brinquedos avião',
  it: 'più città attività unità qualità quantità caffè tè però società',
  pl:
    'Okres wartość ilość państwo źródło zwierzęta żywe mięso ryby mleczarskie jaja miód rośliny warzywa owoce kawa ' +
    'herbata zboża mąka skrobia nasiona żywice tłuszcze oleje woski przetwory cukier kakao napoje ocet pozostałości ' +
    'tytoń sól siarka wapno cement żużel popiół paliwa mineralne nieorganiczne farmaceutyczne nawozy farby mydło ' +
    'białkowe wybuchowe tworzywa sztuczne guma skóry futerkowe drewno węgiel drzewny korek książki jedwab wełna ' +
    'bawełna włókna dywany odzież obuwie nakrycia głowy wyroby ceramiczne szkło perły żelazo stal miedź ołów ' +
    'narzędzia kotły maszyny urządzenia elektryczne części pojazdy samochodowe statki powietrzne łodzie ' +
    'zegary meble pościel zabawki sprzęt sportowy dzieła sztuki pozostałe łącznie ogółem towarów przyrządy ' +
    'zwierzęcego pochodzenia objęte gdzie indziej dzień miesiąc kwartał handel zagraniczny',
  cs:
    'Období hodnota množství země původ dovoz vývoz měsíc živá zvířata maso ryby mléko vejce rostliny zelenina ' +
    'ovoce káva čaj koření obiloviny škrob semena tuky cukr nápoje tabák sůl síra rudy paliva léky hnojiva barvy ' +
    'mýdlo plasty kaučuk kůže dřevo korek knihy hedvábí vlna bavlna koberce oděvy obuv sklo železo ocel měď ' +
    'nářadí stroje přístroje vozidla lodě hodiny nábytek hračky umělecká díla součásti výrobky průmysl ostatní',
  sk: 'Obdobie množstvo krajina pôvod výrobky železo oceľ časti stroje vozidlá mäso ryby zelenina nápoje hodnota',
  hu:
    'Időszak érték mennyiség ország országok főbb szerint külkereskedelmi termékforgalom millió kivitel behozatal hónap év élő állatok hús halak tejtermékek tojás növények ' +
    'zöldség gyümölcs kávé tea fűszerek gabonafélék keményítő magvak zsírok olajok cukor kakaó italok dohány só kén ' +
    'ércek üzemanyag vegyi gyógyszerek műtrágya festékek szappan műanyag gumi bőr fa könyvek selyem gyapjú pamut ' +
    'szőnyeg ruházat lábbeli kerámia üveg vas acél réz szerszámok gépek villamos járművek hajók órák bútor játékok ' +
    'műtárgyak egyéb áruk gyártmányok alkatrészek készülékek különböző',
  ro: 'țară perioadă cantitate valoare mașini și părți îmbrăcăminte încălțăminte cărnuri pește zahăr băuturi',
  sv: 'Värde Mängd månad år länder varor kött mjölk växter frön förpackningar däck trä järn stål möbler',
  tr:
    'Ülke yıl ay dönem değer miktar ihracat ithalat açıklama canlı hayvanlar et balık süt yumurta bal bitkiler ' +
    'sebzeler meyveler kahve çay baharat hububat nişasta tohumlar yağlar şeker kakao içecekler tütün tuz kükürt ' +
    'cevherler yakıtlar kimyasallar ilaçlar gübreler boyalar sabun plastikler kauçuk deri ağaç mantar kağıt kitaplar ' +
    'ipek yün pamuk lifler halılar giyim eşyası ayakkabı seramik cam inciler demir çelik bakır alüminyum kurşun ' +
    'aletler kazanlar makinalar elektrikli taşıtlar gemiler saatler müzik silahlar mobilya oyuncaklar sanat eserleri ' +
    'diğer toplam ürünler mamuller işlenmiş yarı iletken dış ticaret',
  ru:
    'страна период стоимость вес нетто брутто количество товар импорт экспорт отчётный партнёр ' +
    'партнер код наименование тысяч долларов тонн млн млрд год месяц квартал всего прочие единица ' +
    'измерения направление перемещения торговля показатель значение дата источник примечание ' +
    'живые животные мясо субпродукты рыба ракообразные молочная продукция яйца мед растения овощи фрукты орехи ' +
    'кофе чай пряности злаки крахмал семена масличные смолы жиры масла воск сахар какао напитки уксус остатки табак ' +
    'соль сера земли камень цемент руды шлак топливо минеральное нефть битумы химические вещества фармацевтическая ' +
    'удобрения красители эфирные мыло белковые взрывчатые пластмассы каучук резина кожа мех древесина пробка ' +
    'бумага картон книги шелк шерсть хлопок волокна ковры одежда обувь керамические изделия стекло жемчуг черные ' +
    'металлы медь никель алюминий свинец цинк олово инструменты реакторы котлы оборудование механические ' +
    'устройства электрические машины железнодорожные средства наземного транспорта суда лодки приборы аппараты ' +
    'часы музыкальные оружие мебель игрушки искусства щебень части прочее группа раздел',
  uk: 'країна період вартість кількість товар імпорт експорт усього інші машини обладнання вироби мінеральне паливо',
  'zh-Hans':
    '数据年月 贸易伙伴 编码 商品名称 第一数量 第二数量 计量单位 人民币 美元 千克 进口 出口 总值 进出口 国家 地区 ' +
    '贸易方式 注册地 名称 累计 同比 金额 数量 单位 合计 总计 时间 指标 年 月 日 季度 亿元 万元 万吨 来源 注 原产国 ' +
    '最终目的国 海关 统计 大豆 产品 其他 活动物 肉及食用杂碎 鱼 甲壳动物 乳品 蛋品 天然蜂蜜 树木 插花 蔬菜 食用水果 ' +
    '坚果 咖啡 茶 调味香料 谷物 制粉工业产品 麦芽 淀粉 含油子仁 树胶 树脂 编结用植物材料 动植物油脂 蜡 糖及糖食 可可 ' +
    '糕饼点心 杂项食品 饮料 酒及醋 残渣 动物饲料 烟草 盐 硫磺 泥土 石料 石灰 水泥 矿砂 矿渣 矿物燃料 煤 原油 成品油 ' +
    '天然气 沥青 无机化学品 贵金属 稀土 有机化学品 药品 肥料 鞣料 染料 油漆 精油 化妆品 肥皂 洗涤剂 蛋白类物质 炸药 ' +
    '照相用品 塑料及其制品 橡胶 生皮 皮革制品 手提包 毛皮 木材 木炭 软木 稻草 木浆 纸板 书籍 报纸 印刷品 蚕丝 羊毛 ' +
    '棉花 植物纺织纤维 化学纤维 毡呢 地毯 机织物 刺绣 针织 服装 衣着附件 鞋靴 帽类 雨伞 羽毛 人造花 陶瓷 玻璃 珍珠 ' +
    '宝石 首饰 钢铁 铁矿 铜 镍 铝 铅 锌 锡 工具 刀具 核反应堆 锅炉 机械器具 电机 电气设备 电视 铁道 机车 汽车 车辆 ' +
    '零件 航空器 船舶 光学仪器 医疗 钟表 乐器 武器 弹药 家具 床上用品 灯具 玩具 游戏品 运动用品 艺术品 收藏品 ' +
    '集成电路 半导体 手机 电池 轮胎 家用电器 农产品 水海产品 机电 高新技术',
  'zh-Hant':
    '國家 地區 貿易 進口 出口 總值 金額 數量 單位 貨品 名稱 號列 年 月 千元 美元 新臺幣 公斤 合計 中文 重量 統計 ' +
    '資料 時間 產品 其他 活動物 肉類 魚類 乳製品 蛋 蜂蜜 植物 蔬菜 水果 咖啡 茶 香料 穀物 澱粉 種子 樹脂 油脂 糖 可可 ' +
    '飲料 酒 菸草 鹽 硫磺 水泥 礦砂 礦物燃料 原油 天然氣 煤 無機化學品 醫藥品 肥料 染料 油漆 肥皂 塑膠 橡膠 皮革 木材 ' +
    '紙漿 紙板 書籍 絲 羊毛 棉花 纖維 地毯 紡織品 成衣 鞋靴 陶瓷 玻璃 珠寶 鋼鐵 銅 鎳 鋁 鋅 工具 機械 鍋爐 電機設備 ' +
    '積體電路 半導體 車輛 零件 航空器 船舶 光學儀器 鐘錶 樂器 家具 玩具 運動用品 藝術品',
  ja:
    '国名 国コード 品目 統計品目番号 数量 金額 輸出 輸入 年 月 千円 単位 合計 累計 期間 品名 税関 億円 百万円 表 注 ' +
    '総額 うち その他 動物 肉類 魚介類 酪農品 鳥卵 天然はちみつ 樹木 切花 野菜 果実 コーヒー 茶 香辛料 穀物 穀粉 ' +
    'でん粉 採油用の種 植物性油脂 糖類 ココア 飲料 アルコール 食品工業 飼料 たばこ 塩 硫黄 土石類 石灰 セメント 鉱石 ' +
    '鉱物性燃料 原油 石油製品 天然ガス 石炭 無機化学品 有機化学品 医療用品 肥料 染料 塗料 精油 化粧品 せっけん 火薬 ' +
    'プラスチック ゴム 皮革 毛皮 木材 木炭 コルク 木材パルプ 紙 板紙 書籍 新聞 絹 羊毛 綿 人造繊維 じゅうたん 織物 衣類 ' +
    '履物 帽子 傘 陶磁製品 ガラス 真珠 貴石 鉄鋼 銅 ニッケル アルミニウム 鉛 亜鉛 すず 工具 刃物 原子炉 ボイラー 機械類 ' +
    '電気機器 鉄道 自動車 部分品 航空機 船舶 光学機器 時計 楽器 武器 家具 寝具 がん具 運動用具 美術品 半導体 集積回路',
  ko:
    '국가 국가명 품목 품목명 품목코드 수출 수입 금액 중량 기간 무역수지 천불 총계 년 월 단위 달러 건수 합계 통계 자료 ' +
    '출처 기타 산동물 육류 어류 갑각류 낙농품 조란 천연꿀 수목 절화 채소 과실 견과류 커피 차 향신료 곡물 전분 채유용 ' +
    '종자 동식물성 유지 당류 코코아 음료 주류 식초 사료 담배 소금 황 토석류 석회 시멘트 광물성 연료 원유 석유 가스 ' +
    '석탄 무기화학품 유기화합물 의료용품 비료 염료 도료 화장품 비누 화약류 플라스틱 고무 가죽 모피 목재 목탄 펄프 종이 ' +
    '판지 서적 견직물 양모 면 인조섬유 양탄자 편물 의류 신발류 모자류 우산 도자제품 유리 귀금속 철강 구리 니켈 ' +
    '알루미늄 납 아연 주석 공구 원자로 보일러 기계류 전기기기 철도 차량 부품 항공기 선박 광학기기 시계 악기 무기 가구 ' +
    '침구 완구 운동용구 예술품 반도체 집적회로 자동차 무선통신기기 디스플레이 섬유',
}
