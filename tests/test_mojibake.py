"""ENC002: what is damaged is found and repaired exactly, or reported; clean text stays as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textlint_rules.encoding import _remnants

from textlint.document import Document
from textlint.finding import Finding, Safety
from textlint.fix import fix
from textlint.lint import Linter
from textlint.plugins import load
from textlint.scan import ReferenceScanner

RULES = {"ENC002": load().rules["ENC002"]}
SCANNER = ReferenceScanner(RULES)

SENTENCES = {
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy nad řekou.",
    "da": "Blåbærgrød smager bedst på øen i august.",
    "de": "Grüße aus Österreich, schöne Straßen und süße Äpfel.",
    "el": "Ο ήλιος ανατέλλει πάνω από την πόλη κάθε πρωί.",
    "en": "She didn’t know — or so she said — what a “café” was…",
    "es": "El niño pequeño comió más piñas en el jardín de María.",
    "et": "Öösel jääb õues külmaks ja järv jäätub ära.",
    "fi": "Äiti söi pöydän ääressä päärynää ja näki järven.",
    "fr": "L’été dernier, la forêt brûlait déjà près de l’étang.",
    "hi": "आज सुबह गाँव में बारिश हुई और नदी भर गई।",
    "hu": "Az őrült író bűvös tükörfúrógépet épített a pincében.",
    "is": "Það er kalt á Íslandi þegar veturinn kemur í bæinn.",
    "it": "Perché la città è così lontana? Non lo so più, però verrò.",
    "ja": "昨日は友達と一緒に新しい映画を見ました。",
    "ko": "어제는 친구와 함께 새로운 영화를 보았습니다.",
    "lt": "Ąžuolas šlama, o žmonės eina į mišką grybų ieškoti.",
    "lv": "Šodien pūš vējš, un bērni spēlējas pie ūdens.",
    "pl": "Wczoraj późnym wieczorem żółta łódź odpłynęła ze Śląska.",
    "pt": "Amanhã não haverá pão nem maçãs na estação de São José.",
    "ro": "Mâine dimineață copiii și părinții pleacă în oraș.",
    "ru": "Сегодня утром в городе открыли новый мост через реку.",
    "sv": "På ön växer röda äpplen, sade gubben på bänken.",
    "th": "เมื่อวานนี้ฝนตกหนักในกรุงเทพและน้ำท่วมถนน",
    "tr": "Dün akşam İstanbul’da yağmur yağdı, şimdi güneş çıktı.",
    "uk": "Сьогодні вранці в Києві відкрили новий міст через річку.",
    "vi": "Hôm nay trời mưa to ở Hà Nội và đường phố ngập nước.",
    "zh": "昨天下午我们一起去看了一部新电影。",
}
ENCODINGS = (
    "cp1252 latin_1 cp1250 cp1251 cp1253 cp1254 cp1257 cp1258 iso8859_2 iso8859_7 iso8859_9 "
    "iso8859_11 iso8859_15 cp874 cp1255 cp1256 iso8859_5 koi8_r mac_roman cp437 cp850 cp852 cp866"
).split()


TIED = {("pt", "cp1253")}
"""Sentences that fit another encoding (here ISO 8859-7) alike: only the unsafe fixes repair all."""


def misread(text: str, encoding: str) -> str:
    """UTF-8 read in another encoding; a byte that means nothing there becomes a C1 control."""
    chars = []
    for byte in text.encode():
        try:
            chars.append(bytes((byte,)).decode(encoding))
        except UnicodeDecodeError:
            chars.append(chr(byte))
    return "".join(chars)


def lint(document: Document) -> list[Finding]:
    linter = Linter(RULES, SCANNER)
    found = linter.lint([document])[0]
    assert not linter.failures
    return found


def repaired(text: str, *, unsafe: bool = False) -> str:
    document = Document(text)
    result = fix(document, lint(document), lint, unsafe=unsafe)
    assert not result.fighting
    return result.text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_read_wrongly_is_repaired_exactly_and_then_silent(language, encoding):
    sentence = SENTENCES[language]
    damaged = misread(sentence, encoding)
    assert lint(Document(damaged))
    assert repaired(damaged, unsafe=True) == sentence
    assert repaired(damaged) == sentence or (language, encoding) in TIED
    assert not lint(Document(sentence))


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_read_wrongly_twice_is_repaired(language):
    sentence = SENTENCES[language]
    assert repaired(misread(misread(sentence, "cp1252"), "cp1252")) == sentence
    assert repaired(misread(misread(sentence, "latin_1"), "cp1252")) == sentence


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("lost", ["", "\ufffd", "?"])
def test_where_bytes_are_lost_nothing_that_was_right_changes(language, lost):
    damaged = misread(SENTENCES[language] + " Plain words follow.", "cp1252")
    damaged = "".join(lost if "\x80" <= char < "\xa0" else char for char in damaged)
    assert lint(Document(damaged))
    assert repaired(damaged).endswith("Plain words follow.")


@pytest.mark.parametrize(
    ("language", "encoding"), [("ru", "cp1251"), ("ru", "koi8_r"), ("el", "cp1253")]
)
def test_a_damaged_line_among_sound_ones_of_its_script_is_repaired(language, encoding):
    sound = SENTENCES[language]
    damaged = misread(sound, encoding)
    assert repaired(f"{sound}\n{damaged}\n{sound}") == f"{sound}\n{sound}\n{sound}"


def test_only_the_damaged_characters_change():
    text = 'A "quoted" ﬁne ＷＩＤＥ line, donâ€™t — “curly” stays.'
    assert repaired(text) == 'A "quoted" ﬁne ＷＩＤＥ line, don’t — “curly” stays.'


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("â€œYesâ€, she said.", "“Yes”, she said."),
        ("â€œYesâ€\ufffd, she said.", "“Yes”, she said."),
        ("Und â€žJaâ€œ, und â€ nie.", "Und „Ja“, und â€ nie."),  # closed as German closes
        ("â€œYesâ€, â€ she said.", "“Yes”, â€ she said."),  # one mark closes one quotation
        ("â€œYes, she said.\nNo.â€", "“Yes, she said.\nNo.â€"),
        ("â€œYesâ€? she said.", "“Yesâ€? she said."),  # may be what a byte was replaced by
        ("â€œYesâ€s, she said.", "“Yesâ€s, she said."),
        ("â€œYes,â€ â€œNo,â€ they said.", "“Yes,” “No,” they said."),  # no arrows of ISO 8859-15
        ("It was â€œyesâ€ â€œnoâ€ and so on.", "It was “yes” “no” and so on."),
    ],
)
def test_a_closing_mark_that_lost_a_byte_is_told_by_the_open_quotation(damaged, right):
    assert repaired(damaged) == right


@pytest.mark.parametrize(
    "text",
    [
        "Mojibake such as cafÃ© comes from bytes read in a wrong way.",
        "In UTF-8 an é shows as Ã© where the browser expects something else.",
    ],
)
def test_a_text_about_encodings_is_not_repaired_without_asking(text):
    found = lint(Document(text))
    assert [finding.fix.safety for finding in found] == [Safety.UNSAFE]


@pytest.mark.parametrize("text", ["Hasta maĂąana, amigos.", "Foi então que haverΓ΅ paz."])
def test_where_two_encodings_fit_alike_the_fix_is_unsafe(text):
    found = lint(Document(text))
    assert [finding.fix.safety for finding in found] == [Safety.UNSAFE]


def test_a_misread_replacement_character_is_left_to_its_own_rule():
    assert lint(Document("The caf\u00ef\u00bf\u00bd was closed.")) == []


def test_where_tied_encodings_read_the_same_the_fix_is_safe():
    assert repaired("Hasta maĂąana, dijo, y se fue al cafĂ© de Andrés.").endswith("café de Andrés.")


def test_lint_finds_the_same_again_in_the_same_document():
    document = Document("cafÃ© and donâ€™t")
    assert lint(document) == lint(document) != []


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SENTENCES)), st.data())
def test_words_of_a_clean_sentence_in_any_case_and_quotes_stay_silent(language, data):
    words = SENTENCES[language].split()
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=8))
    style = data.draw(
        st.sampled_from(["{}", "“{}”", "„{}“", "«{}»", "« {} »", "{}…", "{}—", "{}®"])
    )
    text = " ".join(style.format(word) for word in chosen)
    for clean in (text, text.upper(), text.title()):
        assert lint(Document(clean)) == []


@settings(deadline=None)
@given(
    st.sampled_from(["cp1252", "cp1250", "cp1251", "cp1254"]),
    st.text("ÂÃÅÎÐÙàáâãðĂĹВГР  \n\xa0€‚ƒ„™¿a.Q1s", max_size=20),
)
def test_the_quick_look_for_lost_spaces_hides_none(name, text):
    exact = [match.span() for match in _remnants._spaced(name).finditer(text)]  # noqa: SLF001
    assert [match.span() for match in _remnants._sequences(text, name)] == exact  # noqa: SLF001
