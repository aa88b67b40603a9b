"""ENC003: prose pushed through wrong codecs is found and repaired; prose as it should be is left alone."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.document import Document
from textlint.finding import Finding
from textlint.fix import apply, choose
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULE = {"ENC003": load().rules["ENC003"]}
LINTER = Linter(RULE, ReferenceScanner(RULE))

PROSE = {
    "ru": "Вчера вечером мы с братом долго сидели на кухне и пили чай. За окном шёл дождь, по улице "
    "медленно ехали машины. Бабушка рассказывала, как до войны жила в маленькой деревне у реки.",
    "uk": "Учора ввечері ми з братом довго сиділи на кухні та пили чай. За вікном ішов дощ, вулицею "
    "повільно їхали машини. Бабуся розповідала, як до війни жила в маленькому селі біля річки.",
    "bg": "Снощи с брат ми дълго седяхме в кухнята и пихме чай. Навън валеше дъжд, по улицата бавно "
    "минаваха коли. Баба разказваше как преди войната е живяла в малко село край реката.",
    "el": "Χθες το βράδυ καθόμασταν με τον αδελφό μου στην κουζίνα και πίναμε τσάι. Έξω έβρεχε και τα "
    "αυτοκίνητα περνούσαν αργά από τον δρόμο. Η γιαγιά μας μιλούσε για το χωριό της.",
    "he": "אתמול בערב ישבתי עם אחי במטבח ושתינו תה. בחוץ ירד גשם והמכוניות נסעו לאט ברחוב. סבתא סיפרה "
    "איך לפני המלחמה היא גרה בכפר קטן ליד הנהר.",
    "ar": "جلسنا مساء أمس في المطبخ مع أخي وشربنا الشاي. كان المطر يهطل في الخارج والسيارات تسير ببطء في "
    "الشارع. حكت لنا جدتي كيف عاشت قبل الحرب في قرية صغيرة قرب النهر.",
    "th": "เมื่อคืนนี้ผมกับพี่ชายนั่งดื่มชาในครัวนานมาก ข้างนอกฝนตก รถวิ่งช้าๆ บนถนน "
    "ยายเล่าว่าก่อนสงครามท่านอยู่ในหมู่บ้านเล็กๆ ริมแม่น้ำ",
    "ko": (
        "어젯밤에 형과 함께 부엌에 오래 앉아서 차를 마셨다. 밖에는 비가 오고 자동차들이 천천히 "
        "지나갔다. 할머니는 전쟁 전에 강가의 작은 마을에서 살던 이야기를 해 주셨다."
    ),
    "zh": (
        "昨天晚上我和哥哥在厨房里坐了很久，一起喝茶。外面下着雨，汽车在街上慢"
        "慢地开过去。奶奶告诉我们，战争以前她住在河边的一个小村子里。"
    ),
    "tw": (
        "昨天晚上我和哥哥在廚房裡坐了很久，一起喝茶。外面下著雨，汽車在街上慢"
        "慢地開過去。奶奶告訴我們，戰爭以前她住在河邊的一個小村子裡。"
    ),
    "ja": (
        "昨日の夜、兄と一緒に台所で長いことお茶を飲んでいた。外は雨で、車が通"
        "りをゆっくり走っていた。祖母は、戦争の前に川のそばの小さな村で暮らし"
        "ていたと話してくれた。"
    ),
    "tr": "Dün akşam ağabeyimle mutfakta uzun süre oturup çay içtik. Dışarıda yağmur yağıyordu, arabalar "
    "caddeden yavaş yavaş geçiyordu. Ninem savaştan önce küçük bir köyde yaşadığını anlattı.",
    "pl": "Wczoraj wieczorem długo siedzieliśmy z bratem w kuchni i piliśmy herbatę. Na dworze padał "
    "deszcz, ulicą powoli jechały samochody. Babcia mówiła, że przed wojną żyła w małej wsi nad rzeką.",
    "cs": "Včera večer jsme s bratrem dlouho seděli v kuchyni a pili čaj. Venku pršelo a po ulici pomalu "
    "jezdila auta. Babička vyprávěla, jak před válkou žila v malé vesnici u řeky.",
    "hu": (
        "Tegnap este a bátyámmal sokáig ültünk a konyhában, és teát ittunk. Esett az eső, "
        "az időjárás nem "
        "volt jó. A nők a háború előtti időkről beszéltek, és egy erdő melletti faluról."
    ),
}
SILENT = PROSE | {
    "is": "Í gærkvöldi sátum við bróðir minn lengi í eldhúsinu og drukkum te. Það rigndi úti og bílarnir "
    "óku hægt. Amma sagði að hún hefði búið í þorpi áður en stríðið hófst. Þýðir það eitthvað?",
    "fo": (
        "Í gjárkvøldið sótu vit leingi í køkinum og drukku te. Tað regnaði, og bilarnir "
        "koyrdu spakuliga."
    ),
    "pt": "Ontem à noite eu e meu irmão ficamos na cozinha; são corações e razões. ÇÃO, AÇÃO, EDUCAÇÃO, "
    "ÓRGÃOS, NÃO É ISSO? Pões a mão, põe o chapéu, às vezes à mão.",
    "fr": "À L’ÉCOLE, LES ÉLÈVES ONT ÉTÉ CRÉÉS ÉGAUX. Où vas-tu ? L’œuvre, le cœur, la Noël naïve, août, "
    "une idée créée, réélue, aïeul, « Éh ! », ÊTRE OU NE PAS ÊTRE, ÇÀ ET LÀ, ÎLE, ÔTÉ, ŒUVRES.",
    "es": "¡Éxito! ¡Ésta es la única opción! ¿Qué pasó? ¡¡¡Óyeme!!! ÑANDÚ, AÑO, ÁÉÍÓÚ. ¡Viva España!",
    "sv": "ÅÄÖ och åäö är bokstäver. Öarna vid kusten, ÅÅÅ, en å i ådalen.",
    "da": "Vi sad på øen og så på søerne; æøå ÆØÅ. Prøv at sætte køen i stå. Ærø og Æbelø.",
    "de": "Größe, Füße, süße Grüße, ÄÖÜ, Öffnungszeiten, über Österreich, Maß § 5 Abs. 2, 20 °C ± 3 µm.",
    "et": "Õhtul sõitsime õele külla; kõik oli hästi, sõnad õlgu ja võõras.",
    "vi": "Tối qua tôi và anh trai ngồi lâu trong bếp uống trà. Ngoài trời mưa, xe chạy chậm trên đường.",
    "sk": "Včera večer sme dlho sedeli v kuchyni; ďaleko, ťažko, stôl, kôň, vôbec, mäso, ŕ a ľúbiť.",
    "ro": "Aseară am stat mult în bucătărie; ştiu că ţara şi oraşul sînt frumoase, și țara, înțeleg.",
    "en": (
        "Don’t say “it’s over”; 10 m³/h, a footnote¹, ½ cup, 5¢, £10, ©2020®, TNFα, sinθ, "
        "café, IPA /ðə ɪŋ/."
    ),
}
READ = [
    *[("ru", c) for c in ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")],
    *[("uk", c) for c in ("cp1251", "koi8-u", "iso8859-5")],
    *[("bg", c) for c in ("cp1251", "iso8859-5")],
    *[("el", c) for c in ("cp1253", "iso8859-7")],
    ("he", "cp1255"),
    *[("ar", c) for c in ("cp1256", "iso8859-6")],
    ("th", "cp874"),
    ("ko", "cp949"),
    ("zh", "gb18030"),
    ("tw", "big5"),
    *[("ja", c) for c in ("euc_jp", "cp932")],
    ("tr", "cp1254"),
    *[("pl", c) for c in ("cp1250", "iso8859-2")],
    *[("cs", c) for c in ("cp1250", "iso8859-2")],
    ("hu", "cp1250"),
]
"""Languages and the encodings that their bytes were in when they were read as Windows-1252."""
CROSSED = [
    ("cp1251", "koi8-r"),
    ("koi8-r", "cp1251"),
    ("cp866", "cp1251"),
    ("cp1251", "cp866"),
    ("iso8859-5", "cp1251"),
    ("koi8-r", "iso8859-5"),
]


def findings(text: str) -> list[Finding]:
    found = LINTER.lint([Document(text)])[0]
    assert not LINTER.failures
    return found


def repaired(text: str) -> str:
    return apply(text, choose(text, findings(text), unsafe=True)[0])


def misread(text: str, codec: str) -> str:
    """The text's bytes in a codec as a browser reads them: Windows-1252, C1 controls in its gaps."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode(codec))


@pytest.mark.parametrize(("language", "codec"), READ)
def test_prose_read_as_windows_1252_is_restored(language, codec):
    assert repaired(misread(PROSE[language], codec)) == PROSE[language]


@pytest.mark.parametrize(("language", "codec"), READ)
def test_it_is_restored_beside_clean_english(language, codec):
    before, after = "He wrote to her from a café:\n", "\nShe did not reply; she couldn’t."
    seen = before + misread(PROSE[language], codec) + after
    assert repaired(seen) == before + PROSE[language] + after


@pytest.mark.parametrize(("language", "codec"), [*READ[:3], *READ[10:20]])
def test_long_texts_are_restored(language, codec):
    text = PROSE[language] * 12
    assert repaired(misread(text, codec)) == text


@pytest.mark.parametrize(("codec", "seen_as"), CROSSED)
def test_cyrillic_read_as_other_cyrillic_is_restored(codec, seen_as):
    assert repaired(PROSE["ru"].encode(codec).decode(seen_as)) == PROSE["ru"]


@pytest.mark.parametrize("language", ["ru", "el", "he", "ar", "zh", "ja", "ko", "th"])
@pytest.mark.parametrize("codec", ["gb18030", "cp932"])
def test_utf8_read_as_east_asian_is_found(language, codec):
    if (language, codec) in {("ko", "cp932"), ("he", "cp932"), ("ar", "cp932"), ("th", "cp932")}:
        pytest.skip("hardly a byte of it is left")
    assert findings(PROSE[language].encode().decode(codec, "replace"))


@pytest.mark.parametrize(
    ("codec", "seen_as"),
    [
        ("big5", "latin-1"),
        ("gb18030", "latin-1"),
        ("euc_jp", "latin-1"),
        ("mac_roman", "cp1252"),
        ("utf-8", "gb18030"),
        ("utf-8", "cp932"),
    ],
)
def test_apostrophes_of_english_are_restored_safely(codec, seen_as):
    text = "They don’t know, we’re late and it’s cold."
    seen = text.encode(codec).decode(seen_as)
    assert seen != text
    assert apply(seen, choose(seen, findings(seen), unsafe=False)[0]) == text


@pytest.mark.parametrize("language", SILENT)
def test_clean_prose_is_silent(language):
    assert findings(SILENT[language]) == []
    assert findings(SILENT[language].upper()) == []


def test_quotation_marks_of_a_misread_text_are_left_to_its_run():
    text = "그는 “어제 저녁에 왔다.” 하고 말했다. “그래.” 하고 나도 말했다."
    assert repaired(misread(text, "cp949")) == text


def test_single_words_are_found_in_most_encodings():
    """Of single words of five letters or more, most are found, and nearly none is read wrongly."""
    found = right = total = 0
    for language, codec in READ:
        if language in ("zh", "tw", "ja", "th", "tr", "pl", "cs", "hu"):
            continue
        for word in PROSE[language].replace(".", "").replace(",", "").split():
            if len(word) >= 5:
                total += 1
                fixed = repaired(misread(word, codec))
                found += bool(findings(misread(word, codec)))
                right += fixed == word
    assert found >= 0.5 * total
    assert right >= 0.9 * found, (found, right, total)


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("aé ÇÑ±¹ïðèâåò鈥檚窶冱¡¦рТЙЧЕФ\n.?\ufffd锟斤拷ðþ"), max_size=60
    )
)
def test_any_text_gives_ordered_spans_and_settles(text):
    found = findings(text)
    ends = [0, *(finding.end for finding in found)]
    assert all(f.start >= end and f.end <= len(text) for f, end in zip(found, ends, strict=False))
    once = repaired(text)
    assert len(once) <= 2 * len(text) + 1


@pytest.mark.parametrize(
    "unit", ["Ôôôô ÉÈÊË ", "МГИМО вРНК ", "ÇÑ±¹", "窶?", "ðþa ", "¡¦", "é" * 9, "?뷁뷁"]
)
def test_long_lines_take_linear_time(unit):
    start = time.process_time()
    findings(unit * (40_000 // len(unit)))
    assert time.process_time() - start < 20
