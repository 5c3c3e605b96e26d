/**
 * Months in Finnish, Polish, Czech, Slovak, Hungarian, Turkish, Ukrainian, Belarusian, Bulgarian, Kazakh, Romanian, Indonesian,
 * Estonian, Latvian, Lithuanian, Greek, Icelandic, Norwegian, Slovenian and Thai, January first: whole, short and as they stand in
 * a date, as `plain` leaves them. From Unicode's CLDR; asking `Intl` takes longer than reading most files.
 */
export const OTHER_MONTHS = [
  'tammikuu tammikuuta tammi styczen stycznia sty leden ledna led januara ocak oca січень січня січ студзень студзеня сту януари қаңтар қаң ianuarie ian jaanuar jaan janvaris sausis sausio ιανουαριου ιαν มกราคม',
  'helmikuu helmikuuta helmi luty lutego lut unor unora uno februara febr subat sub лютии лютого лют люты лютага февруари ақпан ақп februarie veebruar veebr februaris vasaris vasario φεβρουαριου φεβ กมภาพนธ',
  'maaliskuu maaliskuuta maalis marzec marca brezen brezna bre marec marcius marc mart березень березня бер сакавік сакавіка сак наурыз нау martie maret marts kovas kovo μαρτιου μαρ มนาคม',
  'huhtikuu huhtikuuta huhti kwiecien kwietnia kwi duben dubna dub aprila aprilis nisan nis квітень квітня квіт красавік красавіка кра април сәуір сәу aprilie aprill balandis balandzio απριλιου απρ เมษายน',
  'toukokuu toukokuuta touko maja kveten kvetna kve majus mayıs травень травня трав мамыр мам maijs geguze geguzes μαιου μαι พฤษภาคม',
  'kesakuu kesakuuta kesa czerwiec czerwca cze cerven cervna cvn juna junius haziran haz червень червня черв чэрвень чэрвеня чэр юни маусым мау iunie iun juuni junijs birzelis birzelio ιουνιου ιουν junij มถนายน',
  'heinakuu heinakuuta heina lipiec lipca lip cervenec cervence cvc jula julius temmuz tem липень липня лип ліпень ліпеня ліп юли шілде шіл iulie iul juuli julijs liepa liepos ιουλιου ιουλ julij กรกฎาคม',
  'elokuu elokuuta elo sierpien sierpnia sie srpen srpna srp augusta augusztus agustos agu серпень серпня серп жнівень жніуня жні тамыз там agustus augusts rugpjutis rugpjucio αυγουστου αυγ agust avgust avg สงหาคม',
  'syyskuu syyskuuta syys wrzesien wrzesnia wrz zari zar septembra szeptember szept eylul eyl вересень вересня вер верасень верасня септември қыркүиек қыр septembrie septembris rugsejis rugsejo σεπτεμβριου σεπ กนยายน',
  'lokakuu lokakuuta loka pazdziernik pazdziernika paz rijen rijna rij oktobra ekim eki жовтень жовтня жовт кастрычнік кастрычніка кас октомври қазан қаз octombrie oktoober oktobris spalis spalio οκτωβριου οκτ ตลาคม',
  'marraskuu marraskuuta marras listopad listopada lis listopadu novembra kasım kas листопад листопада лист лістапад лістапада ліс ноември қараша қар noiembrie novembris lapkritis lapkricio νοεμβριου νοε พฤศจกายน',
  'joulukuu joulukuuta joulu grudzien grudnia gru prosinec prosince pro decembra aralık ara грудень грудня груд снежань снежня сне декември желтоқсан жел decembrie desember des detsember dets decembris gruodis gruodzio δεκεμβριου δεκ ธนวาคม',
]
