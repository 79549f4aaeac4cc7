"""The months' names as people write them, by number. A table alone: English, German, French, Spanish, Portuguese,
Italian, Dutch, Turkish and Polish, as `folding.plain` leaves them."""

from __future__ import annotations

_NAMES = (
    "jan january januar janner janvier janv enero ene janeiro gennaio gen januari ocak oca styczen sty stycznia",
    "feb february februar fevrier fevr fev febrero fevereiro febbraio februari subat sub luty lut lutego",
    "mar march marz maerz mrz mars marzo marco maart mrt mart marzec marca",
    "apr april avril avr abril abr aprile nisan nis kwiecien kwi kwietnia",
    "may mai mayo maio maggio mag mei mayis maj maja",
    "jun june juni juin junio junho giugno giu haziran haz czerwiec cze czerwca",
    "jul july juli juillet juil julio julho luglio lug temmuz tem lipiec lip lipca",
    "aug august aout agosto ago augustus agustos agu sierpien sie sierpnia",
    "sep sept september septembre septiembre setiembre setembro set settembre eylul eyl wrzesien wrz wrzesnia",
    "oct october oktober okt octobre octubre outubro out ottobre ott ekim eki pazdziernik paz pazdziernika",
    "nov november novembre noviembre novembro kasim kas listopad lis listopada",
    "dec december dezember dez decembre diciembre dic dezembro dicembre aralik ara grudzien gru grudnia",
)

MONTHS: dict[str, int] = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""Name -> 1 to 12."""

AROUND_DAYS = frozenset(
    (
        "mon tue wed thu fri sat sun tues weds thur thurs monday tuesday wednesday thursday friday saturday sunday mo "
        "di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag lun mar mer jeu ven sam dim "
        "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo the "
        "le el den am and to und et y of de del at t z pm um bis st nd rd th a "
    ).split()
)
"""What stands beside a day in a cell that holds nothing else: its weekday, a small word between two."""
