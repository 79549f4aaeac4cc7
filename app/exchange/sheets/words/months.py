"""The months' names as people write them, by number, and what stands beside a day. A table alone."""

from __future__ import annotations

from app.exchange.sheets.folding import plain

_BY_LANGUAGE: dict[str, str] = {
    "en": (
        "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sept "
        "sep, october oct, november nov, december dec"
    ),
    "de": (
        "januar jänner, februar feber, märz maerz mrz, april, mai, juni, juli, august, september, oktober "
        "okt, november, dezember dez"
    ),
    "fr": (
        "janvier janv, février févr fév, mars, avril avr, mai, juin, juillet juil, août aout, septembre, "
        "octobre, novembre, décembre déc"
    ),
    "es": (
        "enero ene, febrero, marzo, abril abr, mayo, junio, julio, agosto ago, septiembre setiembre set, "
        "octubre, noviembre, diciembre dic"
    ),
    "pt": (
        "janeiro, fevereiro fev, março, abril, maio, junho, julho, agosto, setembro, outubro out, novembro, dezembro"
    ),
    "it": (
        "gennaio gen, febbraio, marzo, aprile, maggio mag, giugno giu, luglio lug, agosto, settembre, ottobre "
        "ott, novembre, dicembre"
    ),
    "nl": ("januari, februari, maart mrt, april, mei, juni, juli, augustus, september, oktober, november, december"),
    "ca": "gener, febrer, març, abril, maig, juny, juliol, agost, setembre, octubre, novembre, desembre des",
    "sv": "januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december",
    "da": "januar, februar, marts, april, maj, juni, juli, august, september, oktober, november, december",
    "no": "januar, februar, mars, april, mai, juni, juli, august, september, oktober, november, desember",
    "fi": (
        "tammikuu tammikuuta, helmikuu helmikuuta, maaliskuu maaliskuuta, huhtikuu huhtikuuta, toukokuu "
        "toukokuuta, kesäkuu kesäkuuta, heinäkuu heinäkuuta, elokuu elokuuta, syyskuu syyskuuta, lokakuu "
        "lokakuuta, marraskuu marraskuuta, joulukuu joulukuuta"
    ),
    "tr": (
        "ocak oca, şubat şub, mart, nisan nis, mayıs, haziran haz, temmuz tem, ağustos ağu, eylül eyl, ekim "
        "eki, kasım kas, aralık ara"
    ),
    "pl": (
        "styczeń stycznia sty, luty lutego lut, marzec marca, kwiecień kwietnia kwi, maj maja, czerwiec "
        "czerwca cze, lipiec lipca lip, sierpień sierpnia sie, wrzesień września wrz, październik "
        "października paź, listopad listopada lis, grudzień grudnia gru"
    ),
    "cs": (
        "leden ledna, únor února, březen března, duben dubna, květen května, červen června, červenec "
        "července, srpen srpna, září, říjen října, listopad listopadu, prosinec prosince"
    ),
    "sk": (
        "január januára, február februára, marec marca, apríl apríla, máj mája, jún júna, júl júla, august "
        "augusta, september septembra, október októbra, november novembra, december decembra"
    ),
    "hu": (
        "január, február, március, április ápr, május máj, június jún, július júl, augusztus, szeptember "
        "szept, október, november, december"
    ),
    "ro": (
        "ianuarie ian, februarie, martie, aprilie, mai, iunie iun, iulie iul, august, septembrie, octombrie, "
        "noiembrie noi, decembrie"
    ),
    "ru": (
        "январь января янв, февраль февраля фев, март марта мар, апрель апреля апр, май мая, июнь июня июн, "
        "июль июля июл, август августа авг, сентябрь сентября сен сент, октябрь октября окт, ноябрь ноября "
        "ноя, декабрь декабря дек"
    ),
    "uk": (
        "січень січня січ, лютий лютого лют, березень березня бер, квітень квітня кві, травень травня тра, "
        "червень червня чер, липень липня лип, серпень серпня сер, вересень вересня вер, жовтень жовтня жов, "
        "листопад листопада лис, грудень грудня гру"
    ),
    "el": (
        "ιανουάριος ιανουαρίου ιαν, φεβρουάριος φεβρουαρίου φεβ, μάρτιος μαρτίου μαρ, απρίλιος απριλίου απρ, "
        "μάιος μαΐου μαι, ιούνιος ιουνίου ιουν, ιούλιος ιουλίου ιουλ, αύγουστος αυγούστου αυγ, σεπτέμβριος "
        "σεπτεμβρίου σεπ, οκτώβριος οκτωβρίου οκτ, νοέμβριος νοεμβρίου νοε, δεκέμβριος δεκεμβρίου δεκ"
    ),
    "id": (
        "januari, februari peb, maret, april, mei, juni, juli, agustus agu agt, september, oktober, november "
        "nopember, desember"
    ),
    "ar": "يناير, فبراير, مارس, أبريل ابريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر",
    "he": (
        "ינואר בינואר, פברואר בפברואר, מרץ במרץ, אפריל באפריל, מאי במאי, יוני ביוני, יולי ביולי, אוגוסט "
        "באוגוסט, ספטמבר בספטמבר, אוקטובר באוקטובר, נובמבר בנובמבר, דצמבר בדצמבר"
    ),
    "hr": (
        "siječanj siječnja, veljača veljače, ožujak ožujka, travanj travnja, svibanj svibnja, lipanj lipnja, "
        "srpanj srpnja, kolovoz kolovoza, rujan rujna, listopad listopada, studeni studenoga studenog, "
        "prosinac prosinca"
    ),
    "sl": (
        "januarja, februarja, marca, aprila, maja, junija, julija, avgust avgusta, septembra, oktobra, novembra, "
        "decembra"
    ),
    "bg": "януари яну, февруари, март, април, май, юни, юли, август, септември, октомври, ноември, декември",
    "et": (
        "jaanuar jaanuari, veebruar veebruari, märts märtsi, aprill aprilli, mai, juuni, juuli, august augusti, "
        "septembri, oktoober oktoobri, novembri, detsember detsembri"
    ),
}
_MARKED = {
    "th": (
        "มกราคม ม.ค., กุมภาพันธ์ ก.พ., มีนาคม มี.ค., เมษายน เม.ย., พฤษภาคม พ.ค., มิถุนายน มิ.ย., กรกฎาคม ก.ค., "
        "สิงหาคม ส.ค., กันยายน ก.ย., ตุลาคม ต.ค., พฤศจิกายน พ.ย., ธันวาคม ธ.ค."
    ),
    "hi": "जनवरी, फ़रवरी फरवरी, मार्च, अप्रैल, मई, जून, जुलाई, अगस्त, सितंबर सितम्बर, अक्टूबर अक्तूबर, नवंबर नवम्बर, दिसंबर दिसम्बर",
}
"""Language -> the twelve months, a comma between them, each in the forms that people write. Those apart have letters
with marks of their own, or dots, and are no words to a pattern."""

ENGLISH = tuple(names.split()[0] for names in _BY_LANGUAGE["en"].split(","))
MARKED: dict[str, int] = {
    name: number
    for months in _MARKED.values()
    for number, names in enumerate(months.split(","), 1)
    for name in names.split()
}
"""Name as it is written -> 1 to 12."""
MONTHS: dict[str, int] = {
    plain(name): number
    for months in _BY_LANGUAGE.values()
    for number, names in enumerate(months.split(","), 1)
    for name in names.split()
}
"""Name -> 1 to 12, as `folding.plain` leaves it."""

_AROUND = (
    "mon tue wed thu fri sat sun tues weds thur thurs monday tuesday wednesday thursday friday saturday sunday "
    "mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag lun mar mer jeu ven sam "
    "dim lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado "
    "domingo the le el den am and to und et y of de del at t z pm um bis st nd rd th a пн вт ср чт пт сб вс г "
    "года року р man tir ons tor fre lor son mandag tirsdag onsdag torsdag fredag pon wt sr czw pt sob nie po "
    "ut st ct pa so ne het die ke pe la su ti to maanantai szerda okl r года "
)
AROUND_DAYS = frozenset(_AROUND.split())
"""What stands beside a day in a cell that holds nothing else: its weekday, a small word between two."""
