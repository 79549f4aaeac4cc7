"""Files that do not say their encoding: real words of many languages, none read with another one's letters."""

from __future__ import annotations

import pytest

from app.exchange.mails.decoding import text_of
from app.exchange.raw.code_pages import code_page
from app.exchange.raw.decoding import decoded

CENTRAL = {
    "Polish": "Firma;Stanowisko;Uwagi\nŁódzkie Zakłady Włókiennicze;Inżynier danych;Rozmowa odbyła się w piątek, "
    "odpowiedź w ciągu tygodnia\nGdańska Stocznia;Młodszy księgowy;Proszę przesłać świadectwa i życiorys\n",
    "Czech": "Firma;Pozice;Poznámka\nPlzeňské strojírny;Účetní;Děkujeme za váš zájem, ozveme se příští týden\n"
    "Jihočeské mlékárny;Vedoucí směny;Pohovor proběhl v úterý, čekám na vyjádření ředitele\n",
    "Slovak": "Firma;Pozícia;Poznámka\nŽilinské závody;Účtovník;Ďakujeme za vašu žiadosť, ozveme sa na budúci týždeň\n"
    "Košické železiarne;Vedúci zmeny;Pohovor sa uskutočnil, čakám na vyjadrenie riaditeľa\n",
    "Hungarian": "Cég;Beosztás;Megjegyzés\nGyőri Művek;Könyvelő;Köszönjük a jelentkezését, jövő hétfőn küldünk választ\n"
    "Pécsi Gépgyár;Mérnök;Az első beszélgetés jó volt, a következő időpontról később értesítenek\n"
    "Egri Szőlő;Fejlesztő;Önéletrajz elküldve, űrlap kitöltve, díjazásról még nem esett szó\n",
    "Romanian": "Firmă;Funcţie;Observaţii\nUzinele Braşov;Inginer;Mulţumim pentru interes, vă răspundem săptămâna "
    "viitoare\nBanca Iaşi;Şef de secţie;Aştept încă o veste după a doua întâlnire\n",
    "Polish towns": "Company;City\nContoso;Łódź\nFabrikam;Kraków\nTailspin;Gdańsk\nAdatum;Wrocław\nLucerne;Białystok\n"
    "Northwind;Częstochowa\nProseware;Poznań\n",
}
TURKISH = (
    "Şirket;Görev;Notlar\nİzmir Çelik;Mühendis;Görüşme salı günü yapıldı, yanıt için bekliyorum\n"
    "Ağrı Gıda;Yazılımcı;Başvurunuz için teşekkür ederiz, önümüzdeki hafta dönüş yapacağız\n"
)
WESTERN = {
    "German": "Firma;Stelle;Notiz\nMüller Söhne;Geschäftsführer;Rückmeldung nächste Woche, Gespräch fand in Köln statt\n"
    "Weißbräu;Prüfer;Für Ärzte: Bewerbungsunterlagen übermittelt, Gehalt erwähnt, größere Städte möglich\n",
    "French": "Société;Poste;Remarque\nHôtel de la Forêt;Ingénieur;Entretien très agréable, réponse espérée à la mi-août\n"
    "Crédit Sûr;Chargé d’études;Ça avance : première étape passée où l’équipe était présente, cœur du métier évoqué\n",
    "Spanish": "Empresa;Puesto;Notas\nCompañía Ibérica;Diseñador;¿Cuándo llamarán? Mañana enviaré el currículum\n"
    "Peñarroya;Técnico;La reunión salió bien, pidieron también más información según el calendario\n",
    "Portuguese": "Empresa;Função;Observações\nSão João;Gestão de projetos;A reunião foi ótima, aguardo informações amanhã\n"
    "Construções Avó;Técnico;Não há previsão, a decisão será na próxima terça, após avaliação\n",
    "Italian": "Società;Ruolo;Note\nCaffè Nò;Addetto alla qualità;Il colloquio è andato bene, però così non si sa più nulla\n"
    "Più Città;Perito;Mi chiameranno lunedì o martedì, è già deciso\n",
    "Danish": "Firma;Stilling;Note\nØrsted;Rådgiver;Samtalen gik godt, de ringer næste uge, løn aftales på årsbasis\n"
    "Åkjær;Bogholder;Ansøgning modtaget, svar følger før påske\n",
    "Finnish": "Yritys;Tehtävä;Huomio\nHämeen Työ;Myyjä;Haastattelu meni hyvin, päätös tehdään myöhemmin tällä viikolla\n"
    "Jyväskylän Sähkö;Päällikkö;Hakemus lähetetty, lähettäjältä ei vielä mitään\n",
    "Icelandic": "Fyrirtæki;Staða;Athugasemd\nÞórsmörk;Verkfræðingur;Viðtalið gekk vel, þau svara í næstu viku, ég bíð\n",
    "Irish": "Comhlacht;Post;Nóta\nÉireann Teó;Innealtóir;Bhí an t-agallamh go hiontach, tá mé ag súil le scéala amárach\n",
    "names from everywhere": "Company;City\nMüller;Zürich\nCompañía;Málaga\nÖrsted;Malmö\nSão João;Évora\nCaffè;Nîmes\n"
    "Škoda;Mladá\nÅkjær;Århus\n",
    "signs and units": "Role,Pay,Notes\nEngineer,£45k,30 m³ tank\nChef,£competitive,“résumé” sent – naïve 1ª fase\n"
    "Driver,€30k,5 cm² and 9 µg\n",
    "one word": "Company,Role\nCafé,Chef\n",
}


@pytest.mark.parametrize("name", CENTRAL)
def test_central_european_text_is_read_with_its_own_letters(name: str) -> None:
    text = CENTRAL[name]
    assert decoded(text.encode("cp1250")).text == text
    assert text_of(text.encode("cp1250")) == text


def test_turkish_text_is_read_with_its_own_letters() -> None:
    assert decoded(TURKISH.encode("cp1254")).text == text_of(TURKISH.encode("cp1254")) == TURKISH


@pytest.mark.parametrize("name", WESTERN)
def test_western_text_is_read_as_before(name: str) -> None:
    text = WESTERN[name]
    for data in (text.encode("cp1252"), text.encode("cp1252") * 50, text.upper().encode("cp1252", "ignore")):
        assert (decoded(data).encoding, code_page(data)) == ("cp1252", "cp1252")
    assert text_of(text.encode("cp1252")) == text_of(text.encode("cp1252"), "utf-8") == text


def test_all_western_languages_together_stay_western() -> None:
    assert decoded("".join(WESTERN.values()).encode("cp1252")).encoding == "cp1252"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Добрый день, мы рассмотрели вашу анкету", "cp1251"),
        ("Καλημέρα σας, λάβαμε την αίτησή σας", "cp1253"),
        ("您好，感谢您参加我们公司的面试", "gb18030"),
        ("データベース エンジニア マーケティング", "cp932"),
    ],
)
def test_letters_of_other_scripts_are_in_no_such_code_page(text: str, encoding: str) -> None:
    assert code_page(text.encode(encoding)) is None
