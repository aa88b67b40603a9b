"""What opens, what closes, what belongs together: the automaton over quotation marks."""

import time

import pytest
from msgspec.structs import replace
from textlint_rules.typography._conventions import Role, convention
from textlint_rules.typography._quotations import DEEPEST, clear_pair, quotations
from textlint_rules.typography._unmatched import unmatched

from textlint.document import Document

LANGUAGES = [
    ("en", "He said “I call it ‘home’ now” and “left”."),
    ("de", "Er sagte „ich nenne es ‚Heim‘ jetzt“ und „ging“."),
    ("de", "Er sagte »ich nenne es ›Heim‹ jetzt« und »ging«."),
    ("fr", "Il dit « je l’appelle “maison” » et « partit »."),
    ("pl", "Powiedział „nazywam to «domem» teraz” i „wyszedł”."),
    ("ro", "A spus „îi spun «acasă» acum” și „a plecat”."),
    ("hu", "Azt mondta: „ez a »ház« most” és „elment”."),
    ("cs", "Řekl „říkám tomu ‚domov‘ teď“ a »odešel«."),
    ("sv", "Han sa ”jag kallar det hem nu” och ”gick”."),
    ("fi", "Hän sanoi ”kutsun sitä kodiksi” ja »lähti»."),
    ("da", "Han sagde »jeg kalder det ”hjem” nu« og »gik«."),
    ("nb", "Han sa «jeg kaller det “hjem” nå» og «gikk»."),
    ("nl", "Hij zei „ik noem het thuis” en “ging”."),
    ("ru", "Он сказал: «Я зову это „домом“ теперь» и «ушёл»."),
    ("uk", "Він сказав: «Я зву це „домом“ тепер» і “пішов”."),
    ("es", "Dijo «lo llamo “casa” ahora» y «se fue»."),
    ("it", "Disse «lo chiamo “casa” ora» e “partì”."),
    ("el", "Είπε «το λέω “σπίτι” τώρα» και «έφυγε»."),
    ("tr", "“Buna ‘ev’ diyorum” dedi ve “gitti”."),
    ("he", "הוא אמר “זה בית” ו„הלך”."),
    ("ar", "قال «أسميه “بيتا” الآن» و“ذهب”."),
    ("hi", "उसने कहा “मैं इसे घर कहता हूँ” और “गया”।"),
    ("vi", "Anh nói “tôi gọi đó là ‘nhà’” và “đi”."),
    ("th", "เขาพูดว่า “ฉันเรียกมันว่าบ้าน” แล้ว “ไป”"),
    ("zh", "他说：“我叫它‘家’”，然后「走」了。"),
    ("ja", "彼は「それを『家』と呼ぶ」と言い「去った」。"),
    ("ko", "그는 “나는 그것을 ‘집’이라고 부른다”고 말하고 “갔다”."),
    (None, 'Unknown: “one”, „two“, „three”, «four», 「five」 and "six".'),
]


def judged(text, language="en"):
    return Document(text, language=language).fact(quotations)


def roles(text, language="en"):
    return [mark.role for quoted in judged(text, language) for mark in quoted.marks]


def pairs(text, language="en"):
    """What the pairs hold, in the order of their closing."""
    return [
        text[opener.at + 1 : closer.at]
        for quoted in judged(text, language)
        for opener, closer in quoted.pairs
    ]


def alone(text, language="en"):
    """The places of the marks that find no mate."""
    return [here.mark.at for here in Document(text, language=language).fact(unmatched)]


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_each_language_pairs_its_own_marks(language, text):
    for quoted in judged(text, language):
        assert quoted.strays == []
        assert quoted.reopened == []
        assert all(mark.sure for mark in quoted.marks)
    assert 2 * len(pairs(text, language)) == sum(
        r is not Role.NEITHER for r in roles(text, language)
    )


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_each_language_shows_a_lost_mark(language, text):
    last = max(at for at, char in enumerate(text) if char in '“”„«»「」"')
    assert len(alone(text[:last] + text[last + 1 :], language)) == 1


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_a_foreign_text_is_paired_in_an_english_one(language, text):
    if language not in ("cs", "da", "de", "fi", "hu", "sv"):  # their openers are closers elsewhere
        assert alone(text, "en") == []


def test_straight_marks_are_told_by_their_neighbours():
    assert pairs('"One," he said, "two"; ("three")—"four".') == ["One,", "two", "three", "four"]


def test_a_straight_mark_between_spaces_takes_the_role_that_is_left_and_is_unsure():
    (quoted,) = judged('He said " yes " twice.')
    assert [mark.role for mark in quoted.marks] == [Role.OPEN, Role.CLOSE]
    assert not any(mark.sure for mark in quoted.marks)


def test_quotations_nest():
    assert pairs('“A “b” c "d" e”') == ["b", "d", 'A “b” c "d" e']


def test_a_closer_prefers_its_own_kind_to_a_straight_mark():
    assert pairs('“He said "no to me” and left') == ['He said "no to me']


@pytest.mark.parametrize(
    "text",
    [
        "don’t, O’Neil’s, rock ’n’ roll",
        "the ’90s and the ‘80s",
        "the dogs’ bowls",
        "l’été d’aujourd’hui",
        'a 5" nail, 12” and 3/4"',
        "46° 12' 30\"",
    ],
)
def test_apostrophes_and_measures_are_no_quotations(text):
    assert alone(text) == []
    assert pairs(text) in ([], ["n"])


def test_an_apostrophe_ends_no_double_quotation():
    text = "‘He told me “the boys’ room is” there’"
    assert "the boys’ room is" in pairs(text)


def test_gershayim_belong_to_the_word():
    assert roles('דובר צה"ל אמר', "he") == [Role.NEITHER]


def test_an_arabic_prefix_is_glued_to_the_opener():
    assert pairs('قرأت كتاب ال"بيت الصغير".', "ar") == ["بيت الصغير"]


def test_a_particle_is_glued_to_the_closer():
    (quoted,) = judged('그는 "좋다"고 말했다.', "ko")
    assert all(mark.sure for mark in quoted.marks)
    assert quoted.strays == []


def test_guillemets_open_either_way():
    assert pairs("Er las »Die Zeit« und «Le Monde».", "de") == ["Die Zeit", "Le Monde"]


def test_a_mark_turned_against_its_shape_pairs_but_is_unsure():
    (quoted,) = judged("He meant “this“ once.")
    assert quoted.strays == []
    assert [mark.sure for mark in quoted.marks] == [True, False]


def test_a_second_opener_is_noted():
    (quoted,) = judged("“One. “Two,” he said.")
    assert [(outer.at, inner.at) for outer, inner in quoted.reopened] == [(0, 6)]
    assert [mark.at for mark in quoted.strays] == [0]


def test_a_speech_may_open_again_in_each_paragraph():
    assert alone("“One.\n\n“Two.\n\n“Three.”") == []
    assert alone("«Un.\n\n» Deux.\n\n» Trois.»", "fr") == []


def test_the_last_paragraph_of_a_speech_must_close():
    assert alone("“One.\n\n“Two.\n\n“Three.\n\nFour.") == [14]


def test_a_speech_may_close_in_a_later_paragraph():
    assert alone("“One.\n\nTwo.\n\nThree.”") == []
    assert alone('"One.\nTwo.\nThree."') == []


def test_a_line_that_is_not_ended_goes_on_in_the_next():
    assert pairs("“Over the hill,\nunder the moon” it went") == ["Over the hill,\nunder the moon"]


def test_what_is_inside_a_quotation_does_not_matter():
    assert pairs("She wrote “[I] came (late)—too late!” and left.") == ["[I] came (late)—too late!"]


def test_pairs_are_clear_where_every_mark_of_their_kind_has_a_mate():
    text = "“One” and “two and «three»."
    document = Document(text, language="en")
    marks = [at for at, char in enumerate(text) if char in "“”«»"]
    assert [at for at in marks if clear_pair(document, at)] == [19, 25]


def test_an_unknown_language_knows_all_pairs():
    assert "“" in convention(None).opening
    assert convention("xx") == replace(convention(None), known=False)


def test_noise_is_cut_off():
    (quoted,) = judged("“a " * 100)
    assert len(quoted.strays) == 100
    assert len({outer for outer, _ in quoted.reopened}) <= 100 - DEEPEST + 1


@pytest.mark.parametrize("piece", ["“a ", "a” ", '"a', "“a b\n", "“a b.\n\n", "‘a", '"“a” “'])
def test_the_time_is_linear_in_the_length(piece):
    def seconds(times):
        started = time.process_time()
        Document(piece * times, language="en").fact(unmatched)
        return time.process_time() - started

    short, long = (min(seconds(n) for _ in range(3)) for n in (500, 4_000))
    assert long < 8 * 4 * short + 0.05
