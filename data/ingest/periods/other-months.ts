/**
 * Months in Finnish, Polish, Czech, Slovak, Hungarian, Turkish, Ukrainian, Belarusian, Bulgarian, Kazakh, Romanian, Indonesian,
 * Estonian, Latvian, Lithuanian, Greek, Icelandic, Norwegian, Slovenian, Thai, Serbian, Macedonian, Albanian, Azerbaijani, Uzbek,
 * Tajik, Turkmen, Malay, Filipino, Swahili, Georgian, Armenian, Hebrew, Arabic, Hindi, Catalan, Galician and Basque, January
 * first: whole, short and as they stand in a date, as `plain` leaves them. Croatian has all but its listopad, which is October.
 * From Unicode's CLDR; asking `Intl` takes longer than reading most files.
 */
export const OTHER_MONTHS = [
  'tammikuu tammikuuta tammi styczen stycznia sty leden ledna led januara ocak oca січень січня січ студзень студзеня сту януари қаңтар қаң ianuarie ian jaanuar jaan janvaris sausis sausio ιανουαριου ιαν มกราคม ιανουαριος јануар јануари јан janar yanvar январ yanwar იანვარი იან հունվար հնվ ינואר يناير gener xaneiro urtarrila yan xan جانفي ינו яну sijecanj sijecnja sij जनवर',
  'helmikuu helmikuuta helmi luty lutego lut unor unora uno februara febr subat sub лютии лютого лют люты лютага февруари ақпан ақп februarie veebruar veebr februaris vasaris vasario φεβρουαριου φεβ กมภาพนธ φεβρουαριος фебруар shkurt fevral феврал fewral pebrero თებერვალი თებ փետրվար փտվ פברואר فبراير febrer febreiro otsaila феб few peb shk شباط فيفري פבר veljaca veljace velj फरवर',
  'maaliskuu maaliskuuta maalis marzec marca brezen brezna bre marec marcius marc mart березень березня бер сакавік сакавіка сак наурыз нау martie maret marts kovas kovo μαρτιου μαρ มนาคม mrt μαρτιος mac marso machi მარტი მარ մարտ մրտ מרץ مارس martxoa اذار מרס ozujak ozujka ozu मरच',
  'huhtikuu huhtikuuta huhti kwiecien kwietnia kwi duben dubna dub aprila aprilis nisan nis квітень квітня квіт красавік красавіка кра април сәуір сәу aprilie aprill balandis balandzio απριλιου απρ เมษายน απριλιος prill aprel апрел aprili აპრილი აპრ ապրիլ ապր אפריל ابريل apirila pri نيسان افريل אפר travanj travnja अपरल',
  'toukokuu toukokuuta touko maja kveten kvetna kve majus mayıs травень травня трав мамыр мам maijs geguze geguzes μαιου μαι พฤษภาคม μαιος мај მაისი მაი մայիս մյս מאי مايو maig maiatza ايار ماي mayis svibanj svibnja मई',
  'kesakuu kesakuuta kesa czerwiec czerwca cze cerven cervna cvn juna junius haziran haz червень червня черв чэрвень чэрвеня чэр юни маусым мау iunie iun juuni junijs birzelis birzelio ιουνιου ιουν junij มถนายน ιουνιος јун јуни qershor iyun hunyo ივნისი ივნ հունիս հնս יוני يونيو juny xuno ekaina qer iyn hun حزيران جوان يونيه יונ lipanj lipnja जन',
  'heinakuu heinakuuta heina lipiec lipca lip cervenec cervence cvc jula julius temmuz tem липень липня лип ліпень ліпеня ліп юли шілде шіл iulie iul juuli julijs liepa liepos ιουλιου ιουλ julij กรกฎาคม juill ιουλιος јул јули korrik iyul julai hulyo ივლისი ივლ հուլիս հլս יולי يوليو juliol xullo uztaila korr iyl xul hul تموز جويلية يوليوز يوليه יול srpanj srpnja जलई',
  'elokuu elokuuta elo sierpien sierpnia sie srpen srpna srp augusta augusztus agustos agu серпень серпня серп жнівень жніуня жні тамыз там agustus augusts rugpjutis rugpjucio αυγουστου αυγ agust avgust avg สงหาคม αυγουστος gusht avqust awgust ogos ogo agosti აგვისტო აგვ օգոստոս օգս אוגוסט اغسطس agost abuztua gush avq awg ag اب اوت غشت אוג kolovoz kolovoza अगसत',
  'syyskuu syyskuuta syys wrzesien wrzesnia wrz zari zar septembra szeptember szept eylul eyl вересень вересня вер верасень верасня септември қыркүиек қыр septembrie septembris rugsejis rugsejo σεπτεμβριου σεπ กนยายน σεπτεμβριος септембар septembar shtator sentyabr sentabr сентябр setyembre septemba სექტემბერი სექ սեպտեմբեր սեպ ספטמבר سبتمبر setembre iraila сеп sen sht ايلول شتنبر ספט rujan rujna सतबर सतमबर',
  'lokakuu lokakuuta loka pazdziernik pazdziernika paz rijen rijna rij oktobra ekim eki жовтень жовтня жовт кастрычнік кастрычніка кас октомври қазан қаз octombrie oktoober oktobris spalis spalio οκτωβριου οκτ ตลาคม οκτωβριος октобар oktobar tetor oktyabr oktabr октябр oktubre oktoba ოქტომბერი ოქტ հոկտեմբեր հոկ אוקטובר اكتوبر urria tet אוק अकटबर अकतबर',
  'marraskuu marraskuuta marras listopad listopada lis listopadu novembra kasım kas листопад листопада лист лістапад лістапада ліс ноември қараша қар noiembrie novembris lapkritis lapkricio νοεμβριου νοε พฤศจกายน νοεμβριος новембар novembar nentor noyabr ноябр nobyembre novemba ნოემბერი ნოე նոյեմբեր նոյ נובמבר نوفمبر azaroa нов noy nob nen نونبر נוב kasim ное studeni studenoga studenog नवबर नवमबर',
  'joulukuu joulukuuta joulu grudzien grudnia gru prosinec prosince pro decembra aralık ara грудень грудня груд снежань снежня сне декември желтоқсан жел decembrie desember des detsember dets decembris gruodis gruodzio δεκεμβριου δεκ ธนวาคม δεκεμβριος децембар decembar dhjetor dekabr декабр disember disyembre desemba დეკემბერი დეკ դեկտեմբեր դեկ דצמבר ديسمبر desembre decembro abendua дец dek dis dhj دجنبر דצמ aralik prosinac prosinca दसबर दसमबर',
]

const THAI = ['ม.ค', 'ก.พ', 'มี.ค', 'เม.ย', 'พ.ค', 'มิ.ย', 'ก.ค', 'ส.ค', 'ก.ย', 'ต.ค', 'พ.ย', 'ธ.ค']
const THAI_SHORT = /(?<!\p{L})(?:[กตธพมส]|มี|เม|มิ)\.[คพย](?:\.|(?!\p{L}))/gu

const SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** `ธ.ค. 66`, `ธันวาคม 66`: years that Thais count, of which ours are none yet. */
const THAI_YEAR = /(?<=(?:คม|ยน|พันธ์|\.[คพย]\.?) ?)(?:4[4-9]|[5-7]\d)$/
const THAI_LETTER = /\p{Script=Thai}/u

/** `ม.ค. 2566` with the month in English: without its vowels March would be January. */
export const thaiInFull = (text: string): string =>
  THAI_LETTER.test(text)
    ? text
        .replace(THAI_YEAR, (year) => String(1957 + Number(year)))
        .replace(THAI_SHORT, (short) => SHORT[THAI.indexOf(short.replace(/\.$/, ''))] ?? short)
    : text
