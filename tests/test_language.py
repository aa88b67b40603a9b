import time
from unicodedata import normalize

import pytest

from textlint.document import Document
from textlint.facts import count_scripts
from textlint.language import SAMPLE, function_words, judge

PROSE = {
    "af": "Die kinders het nie geweet dat hulle oor die rivier moes gaan nie, maar hy was daar vir hulle.",
    "ar": "قال الوزير إن الحكومة التي تعمل على هذا المشروع لن تتخلى عن الطريق الذي كان في البداية.",
    "be": "Яны не ведалі, што гэта быў толькі пачатак, але ўсе чакалі, калі ён прыйдзе да іх.",
    "bg": "Те не знаеха, че това е само началото, но всички чакаха той да дойде при тях.",
    "bn": "তিনি বলেন যে এই সেতু তৈরি করতে এক বছর সময় লেগেছে এবং কাজ এখন শেষ হয়েছে।",
    "ca": "Els nens no sabien que això era només el principi, però tots esperaven amb il·lusió els dies.",
    "cs": "Děti ještě nevěděly, že to byl jen začátek, ale všichni čekali, když se k nim vrátí.",
    "cy": "Mae’r plant wedi dod i’r ysgol ac maent yn gweithio gyda’r athro yn y bore.",
    "da": "Efter mødet blev de enige om, at broen ikke skulle bygges af kommunen, men af staten selv.",
    "de": "Die Brücke wurde nach dem Krieg nicht wieder aufgebaut, weil das Geld für den Stahl fehlte.",
    "el": "Η γέφυρα δεν χτίστηκε ξανά μετά τον πόλεμο.",
    "en": "The bridge was not built again after the war because there was no money for it.",
    "es": "El puente no fue reconstruido después de la guerra porque ya no había dinero para ello.",
    "et": "Lapsed ei teadnud, et see oli alles algus, aga nad kõik ootasid, kuni ta tagasi tuleb.",
    "eu": "Zubia ez zen berriz eraiki gerra ondoren, baina jendeak esan zuen hori ez dela egia izan.",
    "fa": "این پل پس از جنگ دوباره ساخته نشد، چون پولی برای آن نبود و مردم هم از آن خبر نداشتند.",
    "fi": "Lapset eivät tienneet, että se oli vasta alkua, mutta he kaikki odottivat, kunnes hän tuli.",
    "fr": "Le pont n’a pas été reconstruit après la guerre, car il n’y avait plus d’argent pour cela.",
    "ga": "Tá na páistí ag dul ar scoil agus níl siad sásta leis an múinteoir nua atá acu.",
    "he": "הגשר לא נבנה מחדש אחרי המלחמה כי לא היה כסף, אבל הוא עוד יותר חשוב.",
    "hi": "पुल के बनने में एक साल लगा और अब यह काम पूरा हो गया है, लेकिन लोग नहीं आए।",
    "hu": "A gyerekek még nem tudták, hogy ez csak a kezdet volt, de mindenki várta, hogy mikor jön.",
    "hy": "Կամուրջը պատերազմից հետո չվերակառուցվեց։",
    "is": "Börnin vissu ekki að þetta var aðeins byrjunin, en allir biðu eftir því að hann kæmi.",
    "it": "Il ponte non fu più ricostruito dopo la guerra, perché non c’era denaro per una cosa così.",
    "ja": "橋は戦争のあとに建て直されなかった。",
    "ka": "ხიდი ომის შემდეგ აღარ აშენებულა.",
    "kk": "Көпір соғыстан кейін қайта салынған жоқ, бірақ ол туралы адамдар әлі де айтады және ұмытпайды.",
    "ko": "다리는 전쟁이 끝난 뒤에도 다시 세워지지 않았다.",
    "lt": "Vaikai nežinojo, kad tai buvo tik pradžia, bet visi laukė, kol jis sugrįš pas juos.",
    "lv": "Bērni nezināja, ka tas bija tikai sākums, bet visi gaidīja, kad viņš būs pie tiem.",
    "mk": "Децата не знаеја дека ова е само почеток, но сите чекаа кога ќе дојде тој кај нив.",
    "mr": "हा पूल एका वर्षात तयार झाला आहे आणि आता लोक त्यावरून जात आहेत, पण काम संपले नाही.",
    "ne": "यो पुल एक वर्षमा बनेको हो र अहिले मानिसहरू त्यहाँ पनि जान सक्छन् भने काम सकिएको छैन।",
    "nl": "De brug werd na de oorlog niet meer opgebouwd, omdat er geen geld voor het staal was.",
    "no": "Etter møtet ble de enige om at broen ikke skulle bygges av kommunen, men av staten selv.",
    "pl": "Dzieci nie wiedziały, że to był tylko początek, ale wszyscy czekali, aż się pojawi.",
    "pt": "A ponte não foi reconstruída depois da guerra, porque já não havia dinheiro para isso.",
    "ro": "Copiii nu știau că acesta era doar începutul, dar toți așteptau să vină și el la ei.",
    "ru": "Дети ещё не знали, что это было только начало, но все ждали, когда он к ним вернётся.",
    "sk": "Deti ešte nevedeli, že to bol len začiatok, ale všetci čakali, keď sa k nim vráti.",
    "sl": "Otroci še niso vedeli, da je to samo začetek, ampak vsi so čakali, kdaj pride k njim.",
    "sq": "Fëmijët nuk e dinin se kjo ishte vetëm fillimi, por të gjithë prisnin që ai të vinte.",
    "sr": "Деца нису знала да је ово само почетак, али су сви чекали када ће он доћи.",
    "sv": "Barnen visste inte att det bara var början, men alla väntade på att han skulle komma till dem.",
    "sw": "Watoto hawakujua kwamba huu ni mwanzo tu, lakini wote walikuwa wakingoja hadi yeye aje na wao.",
    "ta": "போருக்குப் பிறகு பாலம் மீண்டும் கட்டப்படவில்லை.",
    "te": "యుద్ధం తర్వాత వంతెన మళ్లీ నిర్మించబడలేదు.",
    "th": "สะพานนี้ไม่ได้สร้างใหม่หลังสงคราม",
    "tr": "Köprü savaştan sonra bir daha yapılmadı, çünkü bunun için para yoktu ve halk da gitmişti.",
    "uk": "Діти ще не знали, що це був лише початок, але всі чекали, коли він до них прийде.",
    "ur": "یہ پل جنگ کے بعد دوبارہ نہیں بنا کیونکہ اس کے لیے پیسہ نہیں تھا اور لوگ بھی چلے گئے تھے۔",
    "vi": "Cây cầu không được xây lại sau chiến tranh vì người ta không còn tiền cho việc đó.",
    "zh": "这座桥在战争以后没有重建，因为他们没有钱，这是不对的。",
}


@pytest.mark.parametrize("language", PROSE)
def test_a_sentence_is_enough(language):
    assert judge(PROSE[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "After the successful death of the pilot, the number has increased",
        "She said that he would not be there.",
        "THE BRIDGE WAS NOT BUILT AGAIN AFTER THE WAR",
    ],
)
def test_short_english_is_english(text):
    assert judge(text) == "en"


def test_foreign_words_leave_english_english():
    text = (
        "He called it a coup d’état, and at the café they spoke of the élan of the Società per "
        "Azioni, of Łódź and of the 东京 that she had left before the war."
    )
    assert judge(text + " " + 3 * PROSE["en"]) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345 % …",
        "ok",
        "Home | News | Sport | About us | Contact | Privacy policy | Log in",
        "Vincent van Gogh, Ludwig van Beethoven, Charles de Gaulle, Leonardo da Vinci",
        "Startseite Aktuelles Termine Impressum Datenschutz Anmelden",
        "東京 大阪 京都 名古屋 神戸 横浜 札幌",
        "* Games\no PlayStation\no Xbox\no Nintendo\no Mobile\n* Films\no Upcoming\no Best\n" * 5,
    ],
)
def test_menus_names_and_scraps_are_of_no_language(text):
    assert judge(text) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dokumenti su spremljeni i ne mogu se više promijeniti.", id="hr-bs-sr"),
        pytest.param("Mereka sudah ada di dalam rumah itu sejak lama dan tidak pergi.", id="id-ms"),
        pytest.param("Jeg kan ikke komme i dag, men du kan ringe til skolen.", id="da-no"),
        pytest.param(PROSE["en"] + " " + PROSE["de"], id="half-english-half-german"),
        pytest.param(PROSE["en"] + " " + PROSE["ru"], id="half-latin-half-cyrillic"),
    ],
)
def test_neighbours_and_mixtures_stay_undecided(text):
    assert judge(text) is None


def test_decomposed_letters_are_the_same_letters():
    assert judge("Die Bru\u0308cke wurde nach dem Krieg nicht fu\u0308r das Volk gebaut.") == "de"


def test_a_long_menu_before_the_article_does_not_hide_it():
    menu = "Sport News Video Shop " * (SAMPLE // 25)
    assert judge(menu + "\n" + (PROSE["en"] + "\n") * 1000) == "en"


def test_cost_does_not_grow_with_the_text():
    judge(PROSE["en"])
    start = time.perf_counter()
    assert judge("the bridge was not built by them " * 300_000) == "en"
    assert time.perf_counter() - start < 0.5


def test_a_given_language_is_not_judged():
    assert Document(PROSE["en"], language="fr").language == "fr"
    assert Document(PROSE["en"]).language == "en"


def test_a_text_between_two_relatives_is_still_not_in_a_third_language():
    text = "De la casa no se sabe nada a esta hora."
    assert judge(text) is None
    assert judge(text, "en") not in (None, "en")


def test_a_text_in_the_language_it_is_held_against_stays_in_it():
    assert judge(PROSE["en"], "en") == "en"
    assert judge(PROSE["de"], "en") == "de"


def test_function_words_of_a_language_stand_beside_those_of_the_others():
    own, others = function_words("en")
    assert "the" in own - others
    assert "und" in others - own
    assert "in" in own & others
    assert function_words("ko") == (frozenset(), frozenset())


def test_misread_french_is_not_portuguese():
    text = (
        "Lâ\ufffd\ufffdavocat a dÃ©clarÃ© dâ€™abord : Â« Nous ferons appel Â». "
        "La requÃªte a \xe9t\xe9 rejetÃ©e."
    )
    assert judge(text) != "pt"


@pytest.mark.parametrize("text", ["\u08a0" * 40, "\u1c80" * 40 + "\u0431" * 40, "\u0640" * 40])
def test_rare_letters_are_counted(text):
    assert count_scripts(text).total() <= len(text)
    assert judge(text) is None


@pytest.mark.parametrize("language", ["de", "en", "fr", "ja", "ko", "ru", "tr", "zh"])
def test_a_glance_at_a_long_text_decides_as_the_whole_does(language):
    assert judge(PROSE[language] * 40) == judge(PROSE[language]) == language


@pytest.mark.parametrize("other", ["de", "fr", "ru"])
def test_a_glance_decides_nothing_on_a_text_in_two_languages(other):
    assert judge((PROSE["en"] * 8 + "\n" + PROSE[other] * 8 + "\n") * 4) is None


def test_a_text_in_parts_is_judged_as_it_is_written():
    korean = "위원회는 화요일에 다시 모여 증인 세 명의 말을 들었다. 회의는 계속된다."
    mixed = f"{korean} and the house is of the best in the town today and of it all " * 3
    assert judge(normalize("NFD", mixed)) == judge(mixed)
