"""The judge of lines on pages and edited texts of many kinds, and the data that it weighs with."""

import re
from array import array
from bisect import bisect

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textlint_rules.boilerplate._counts import Page
from textlint_rules.boilerplate._features import CLEAR, FOLDER, Evidence, evidence, look
from textlint_rules.boilerplate._forms import is_dated
from textlint_rules.boilerplate._looks import (
    capitals,
    digits,
    extent,
    has_code,
    separators,
)
from textlint_rules.boilerplate._scorecard import Bound, Card, Case, above, cases, hundredths, model
from textlint_rules.boilerplate._traces import is_prose
from textlint_rules.boilerplate._words import ROOM, Tally, Words, number_of
from textlint_rules.boilerplate.line_judge import (
    MOST,
    boilerplate_line,
    judged,
    margin,
    page_of,
)

from textlint.api import Safety, lines, load_toml
from textlint.document import Document
from textlint.lint import run

PROSE = """\
The river has been rising since the beginning of the week, and nobody in the town has slept much.
On Tuesday the council opened the school to the families who live on the quay, and it was soon full.
“We have been through this before,” said the mayor, who has held the office for nineteen years.
The water is expected to fall by the weekend, if the rain in the hills stops as it should.
Volunteers from the neighbouring villages have brought blankets, soup and a great many dogs."""
GERMAN = """\
Der Fluss steigt seit Anfang der Woche, und in der Unterstadt hat kaum jemand viel geschlafen.
Am Dienstag öffnete der Rat die Schule für die Familien, die am Kai wohnen, und sie war bald voll.
„Das haben wir schon einmal erlebt“, sagte der Bürgermeister, der seit neunzehn Jahren im Amt ist.
Das Wasser soll bis zum Wochenende fallen, wenn der Regen in den Bergen aufhört."""
RUSSIAN = """\
Река поднимается с начала недели, и в нижнем городе почти никто не спал в эти ночи.
Во вторник совет открыл школу для семей, которые живут на набережной, и к вечеру она была полна.
«Мы это уже проходили», — сказал мэр, который занимает этот пост девятнадцать лет подряд.
Ожидается, что вода спадёт к выходным, если дождь в горах прекратится, как и обещает прогноз."""
JAPANESE = """\
川の水は今週の初めから上がり続けていて、下町ではほとんどの人が眠れない夜を過ごしている。
火曜日に町は岸辺に住む家族のために学校を開き、夕方には教室がすべて人でいっぱいになった。
「前にも同じことがありました」と、十九年にわたって町長を務めている男性は静かに話した。
山の雨が予報のとおりにやめば、水は週末までに引くだろうと、町の担当者は考えている。"""
PAGES = {
    "en": (
        "Skip to content\nHome\nNews\nSport\nBusiness\nSearch\nSign in",
        PROSE,
        "Share\nMost read\nContact\nTerms\nPrivacy\nAll rights reserved",
    ),
    "de": (
        "Zum Inhalt springen\nStartseite\nNachrichten\nWirtschaft\nSport\nSuche\nAnmelden",
        GERMAN,
        "Teilen\nMeistgelesen\nÜber uns\nKontakt\nDatenschutz\nNutzungsbedingungen",
    ),
    "ru": (
        "Главная\nНовости\nЭкономика\nСпорт\nПоиск\nВойти",
        RUSSIAN,
        "Поделиться\nПохожие статьи\nО нас\nКонтакты\nУсловия\nВсе права защищены",
    ),
    "ja": (
        "ホーム\nニュース\n経済\nスポーツ\n検索\nログイン",
        JAPANESE,
        "シェア\n関連記事\n利用規約\nプライバシーポリシー\nお問い合わせ",
    ),
}
EDITED = {
    "recipe": f"""{PROSE}
Flood soup
Serves: 4
Cook time: 40 minutes
2 onions
3 carrots
1 litre water
Salt and pepper
Method
Chop the onions and the carrots and fry them slowly in the oil until they are soft.
Add the lentils and the water, and let it all simmer for half an hour with the lid on.""",
    "interview": f"{PROSE}\nAnna: And now?\nJo: More rain.\nAnna: And then?\nJo: Sun.\n{PROSE}",
    "prices": f"{PROSE}\nPrices\nAdults 12.00\nChildren 6.00\nOpen 9:00 - 17:00\nClosed Mondays",
    "song": """\
Down by the river
Where the water runs high
I left you a letter
Read me my name
Share me the way

Oh, carry me home
Carry me home
Carry me home to the sea""",
    "play": """\
SCENE ONE
A kitchen. Night. The rain can be heard on the roof, and somewhere a dog barks.
MARTHA
Who is it?
JOHN
Only me.
MARTHA
Come in then, and close the door, because the wind blows out the lamp every time it opens.
JOHN
I have news from the harbour, and it is not good news, so you had better sit down for it.
MARTHA
Share it.
JOHN
The boat is lost, and all the men who were on it, and nobody knows yet how it happened.""",
    "chat": """\
[10:02] anna: hi
[10:03] anna: did you read the news about the river, it is said to be the worst flood in years.
[10:03] bob: yes
[10:04] bob: share the link
[10:05] bob: thanks, I will read it when I am home, since the boss is standing right behind me.
[10:06] anna: lol
[10:07] anna: tell me what you think of it when you have the time, and say hello to your sister.""",
    "paper": f"""\
Effects of Flooding on Small Towns: A Review
Anna Weber(1), Bob Jones(2), Carla Rossi(1,3)
(1) Department of Geography, University of Northford
(2) Institute for Water Research, Southford
Received 3 May 2019; accepted 12 June 2019
Abstract
{PROSE}
Keywords: flood, town, review""",
    "headings": "\n".join(
        f"{heading}\n{line}"
        for heading, line in zip(
            (
                "About the river",
                "News of the flood",
                "Contact with the other side",
                "Home",
                "Search",
            ),
            PROSE.split("\n"),
            strict=True,
        )
    ),
    "list": f"{PROSE}\nWhat to bring:\nWater\nBread\nA radio\nYour papers\nA phone\nBooks\n{PROSE}",
    "concerts": f"{PROSE}\n"
    + "\n".join(
        f"May {day}, 2019 – the band plays in the town of {town}"
        for day, town in enumerate("ABCDEF", 3)
    ),
    "letter": f"Northford, 3 May 2019\nDear Anna,\n{PROSE}\nYours ever,\nBob\nP.S. Say hello to the dog.",
    "faq": """\
How do I sign up?
You can sign up at the desk in the hall, which is open every day of the week from nine to five.
What does it cost?
It costs nothing for those who live in the town, and very little for those who do not live there.
Can I cancel?
Yes, at any time, and you will be paid back what you have not used of the ticket.
Contact us
Call the number on the back of the ticket, or write to us at the address that is on the door.""",
}


ECHOES = [
    PROSE.split("\n", maxsplit=1)[0],
    *"The school/2. The School/the-school/The school (12)/Don't go/Don t go/3 don’t go".split("/"),
    *"- _x_ 9/x 9/9 x 9/x 10/A b1/a b 1/É è/é è/Übung macht/Home".split("/"),
]


def flagged(text: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in run(boilerplate_line, Document(text))]


@pytest.mark.parametrize("kind", EDITED)
def test_edited_text_of_many_kinds_is_left_alone(kind):
    assert flagged(EDITED[kind]) == []


@pytest.mark.parametrize("language", PAGES)
def test_a_menu_is_found_and_no_paragraph(language):
    head, article, foot = PAGES[language]
    found = flagged(f"{head}\n{article}\n{foot}")
    menu = {*head.split("\n"), *foot.split("\n")}
    assert len(found) >= len(menu) / 3
    assert menu.issuperset(found)


def test_a_menu_alone_is_no_page():
    head, _, foot = PAGES["en"]
    assert flagged(f"{head}\n{foot}") == []


def test_the_article_alone_is_left_alone():
    assert all(flagged(article) == [] for _, article, _ in PAGES.values())


def test_markdown_is_left_alone():
    text = "\n".join(PAGES["en"])
    assert flagged(text)
    assert list(run(boilerplate_line, Document(text, mask=lambda _: []))) == []


def test_a_book_is_not_judged():
    document = Document("\n".join(PAGES["en"]))
    found, known = document.fact(lines), document.fact(evidence)
    assert page_of(found, known)
    assert page_of(found * (MOST // len(found) + 1), known) is None


def test_an_article_needs_a_page_around_it():
    found = Document(f"{PROSE}\nLog in\nSign up").fact(lines)
    assert page_of(found, Evidence({5: CLEAR, 6: CLEAR}))
    assert page_of(found, Evidence({5: CLEAR, 6: 1})) is None
    assert page_of(found, Evidence({0: CLEAR, 5: CLEAR})) is None  # what is listed is prose


def test_the_fix_deletes_the_line_and_is_unsafe():
    text = "\n".join(PAGES["en"])
    first = next(iter(run(boilerplate_line, Document(text))))
    assert first.fix is not None
    assert first.fix.safety is Safety.UNSAFE
    (edit,) = first.fix.edits
    assert text[edit.start : edit.end] == text[first.start : first.end] + "\n"


def test_the_message_says_why():
    text = "\n".join(PAGES["en"])
    messages = [finding.message for finding in run(boilerplate_line, Document(text))]
    assert any("lines without a sentence before the article" in each for each in messages)
    assert any("of them on lists of such lines" in each for each in messages)


def test_words_of_scripts_without_spaces_are_counted_by_letters():
    first, second = look([JAPANESE.partition("\n")[0], "お問い合わせ"]).rows
    assert first.is_prose
    assert not second.is_prose
    assert first.words > 15


def numbers(text: str) -> list[int]:
    """The words of a line, by their numbers."""
    words = Words()
    words.read(text)
    return list(words.numbers[: words.count])


def test_words_are_compared_by_numbers():
    words = ["0", "comments", "don't", "miss"]
    assert numbers("3 comments – don’t miss") == list(map(number_of, words))
    assert numbers("İstanbul's 'rock-'n'-roll' ΟΔΟΣ_2b".lower()) == list(
        map(number_of, ("i", "stanbul's", "rock", "n", "roll", "οδος", "0", "b"))
    )
    assert [number_of(word) & 1 for word in words] == [0, 1, 1, 1]  # those of content are odd


def test_of_a_text_longer_than_a_line_the_words_of_content_are_known():
    words = Words()
    words.read("the river rises " * ROOM)
    assert words.count == 0
    assert words.vocabulary.size == 2
    assert words.vocabulary.has_word("river")


@given(st.lists(st.integers(1, 900) | st.just((1 << 44) - 1), max_size=2_000))
def test_a_tally_counts_as_a_dictionary_does(some):
    tally = Tally()
    for number in some:
        tally.tell(number)
        assert tally.has(number)
    assert tally.size == len(set(some))
    assert all(tally.count(number) == some.count(number) for number in {0, 7, *some[:20]})


WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+")
LETTERS = st.text(
    alphabet="aBÉß ς ΣİIıДд日ー½²१9 0\t\u00a0'’-–_.,;:()={}»|/>#\u0301\ud800😀", max_size=30
)


@given(LETTERS)
def test_words_are_parted_as_an_expression_finds_them(text):
    low = text.lower()
    plain = re.sub(r"\d+", "0", low)
    assert Words().masked(low) == Words().masked(plain)
    assert numbers(low) == list(map(number_of, WORD.findall(plain.replace("’", "'"))))


@given(LETTERS.filter(bool))
def test_signs_are_told_as_by_expressions(text):
    first = [word[0] for word in text.split() if word[0].isalpha()]
    assert digits(text) == sum(map(str.isdigit, text)) / len(text)
    assert capitals(text) == (sum(map(str.isupper, first)) / len(first) if first else -1)
    assert has_code(text) == bool(re.search(r"=|{|}|;$|\((?<=\w\()\S*\)", text))
    key = re.sub(r"[\W_]+", " ", re.sub(r"^\W*(?:\d+\W+)?", "", text.lower()))
    assert Words().contents_key(text) == spelt(f"\x01{key}")  # it starts at 1: 0 is no number


def spelt(text: str) -> int:
    """The number of a text, character by character."""
    return number_of(text) >> 1


def test_the_lists_of_the_other_rules_are_evidence():
    known = Document("Log in\nThe river rises.\nReply\nHome\n" + PROSE).fact(evidence)
    assert known.listed.keys() == {0, 2, 3}


NOTHING = Evidence({})


def counted(text: str) -> dict[str, dict[str, float]]:
    """What is counted of each line that is no prose."""
    looks = look(text.split("\n"))
    return {looks.rows[at].body: value for at, value in Page(looks, NOTHING).named()}


def test_the_article_is_where_prose_outweighs_the_rest():
    menu = "\n".join("abcdefghijklmnop")
    looks = look(f"{menu}\n{PROSE}\nThe school\n{PROSE}\n{menu}".split("\n"))
    assert extent(looks.rows) == (16, 16 + 11)
    assert extent(look(["Home"]).rows) == (0, 0)


def test_lines_know_how_far_the_article_is():
    values = counted(f"One\nTwo\n{PROSE}\nThree\nFour\n{PROSE}\nFive")
    assert [value["body_gap"] for value in values.values()] == [2, 1, -1, -1, 1]
    assert values["Five"]["ahead"] == 0
    assert values["One"]["ahead"] == 1


def test_an_entry_of_a_table_of_contents_is_known_by_its_heading():
    texts = f"1. The quay\n2. The school\nNo heading\n{PROSE}\n2 The School\n{PROSE}".split("\n")
    assert [row.is_echo for row in Page(look(texts), NOTHING).rows[:3]] == [0, 1, 0]


PLAIN = re.compile(r"^\W*(?:\d+\W+)?|[\W_]+")
"""What a heading and its entry in a table of contents may differ in."""


@given(st.lists(st.sampled_from(ECHOES), min_size=1, max_size=12))
def test_a_word_tells_of_no_line_that_is_an_echo_that_it_is_none(texts):
    rows = Page(look(texts), NOTHING).rows
    plain = [PLAIN.sub(" ", row.body.lower()) for row in rows]
    may = [at for at, row in enumerate(rows) if row.words > 1 and not row.is_prose]
    over = [at for at in may if at + 1 < len(rows) and rows[at + 1].is_prose]
    expected = {at for at in may if any(plain[at] == plain[other] for other in over if other != at)}
    assert [row.is_echo for row in rows] == [int(at in expected) for at in range(len(texts))]


def test_more_is_asked_where_lists_or_threads_may_be_the_article():
    page = {"thread": 0.0, "page_prose": 0.5, "page_lines": 100.0}
    assert margin(page) == 0
    assert margin(page | {"thread": 1.0}) > 0
    assert margin(page | {"page_prose": 0.1}) == margin(page | {"page_lines": 12.0}) > 0


def test_a_page_of_one_kind_of_line_takes_no_longer_than_its_lines():
    looks = look([*PROSE.split("\n"), *["A title"] * 4_000])
    assert len(list(Page(looks, NOTHING).named())) == 4_000


def test_every_feature_is_counted():
    page = Page(look(f"{PROSE}\n2 HOMES | A town".split("\n")), Evidence({5: 2}))
    ((at, value),) = page.named()
    data = load_toml(FOLDER / "features.toml")
    assert {*data["feature"]} <= value.keys()
    for name in value:
        (row, run) = page.rows[at], page.runs[0]
        of_run = getattr(run, name.removeprefix("run_"), None)
        assert value[name] == getattr(row, name, page.whole.get(name, of_run)), name


def test_points_fit_their_cuts():
    for name, card in load_toml(FOLDER / "features.toml")["feature"].items():
        assert card["cuts"] == sorted(card["cuts"]), name
        assert len(card["points"]) == len(card["cuts"]) + 1, name


def test_points_are_those_at_the_value():
    card = Card("words", [1, 1.2, 2], [0.0, 0.07, 0.07, -0.58])
    assert list(card.cuts) == [1, 2]
    assert [card.at(value) for value in (0, 1, 1.5, 2, 9, 0)] == [0, 7, 7, -58, -58, 0]


def test_a_case_holds_where_all_its_bounds_do():
    data = {"points": 1.0, "least": {"words": 2}, "below": {"thread": 0.5, "run_words": 3}}
    (case,) = cases({"case": {"menu": data}})
    assert case.points == hundredths(1.0) == 100
    texts = ["One", "Two words", "Three", PROSE.partition("\n")[0], "Now four words"]
    every = [array("d", value.values()) for _, value in Page(look(texts), NOTHING).named()]
    assert [case.holds(values) for values in every] == [False, True, False, False]
    never = Case([Bound("words", 2, 2), *case.bounds], 100)
    assert not any(never.holds(values) for values in every)


def scored(page: Page) -> dict[int, float]:
    """The points of each line that is no prose, feature by feature and case by case."""
    data = load_toml(FOLDER / "features.toml")
    return {
        at: data["constant"]
        + sum(
            card["points"][bisect(card["cuts"], value[name])]
            for name, card in data["feature"].items()
        )
        + sum(
            case["points"]
            for case in data["case"].values()
            if all(value[name] >= least for name, least in case.get("least", {}).items())
            and all(value[name] < below for name, below in case.get("below", {}).items())
        )
        for at, value in page.named()
    }


LINES = [*PROSE.split("\n"), *"\n".join((*PAGES["en"], *EDITED.values())).split("\n")]


@given(
    st.lists(st.sampled_from([line for line in LINES if line]), min_size=1, max_size=60),
    st.dictionaries(st.integers(0, 60), st.integers(1, 3), max_size=20),
    st.sets(st.integers(0, 60), max_size=5),
    st.integers(-300, 500),
)
def test_lines_are_above_whose_points_are(texts, listed, marks, least):
    known = Evidence(listed, frozenset(), frozenset(marks))
    page = Page(look(texts), known)
    points = scored(page).items()
    assert above(page, model(), least) == [at for at, some in points if hundredths(some) > least]


def test_what_is_judged_depends_on_nothing_but_the_page():
    document = Document("\n".join(PAGES["en"]))
    page = page_of(document.fact(lines), document.fact(evidence))
    assert page
    first = list(judged(page))
    flagged("\n".join(PAGES["de"]))
    assert list(judged(page)) == first


@pytest.mark.parametrize("between", [1, 12, 30])
def test_the_headline_stays_however_far_above_the_article_it_stands(between):
    headline = "River rises, town has hardly slept"
    links = "\n".join(f"Ten ways to cook trout {number}" for number in range(between))
    head, article, foot = PAGES["en"]
    found = flagged(f"{head}\n{headline}\n{links}\n{article}\n{foot}")
    assert headline not in found
    assert found


def test_a_menu_entry_that_is_a_heading_of_the_article_stays():
    head, article, foot = PAGES["en"]
    found = flagged(f"{head}\n+ Blankets\n{article}\nBlankets\n{article}\n{foot}")
    assert "+ Blankets" not in found
    assert found


def test_of_a_thread_it_is_left_alone_who_wrote_and_when():
    posts = "\n".join(
        f"May {day}, 2021 at 8:26 am #{day}\nanna{day}\nMember\n{PROSE}" for day in range(1, 5)
    )
    head, _, foot = PAGES["en"]
    found = flagged(f"{head}\n{posts}\n{foot}")
    assert not [line for line in found if "anna" in line or "2021" in line or line == "Member"]


SEPARATORS = re.compile(r"[|•·»›→▸▶>｜／«‹←]|\s[/–—-]\s")


@given(st.text(alphabet="a|»›>／ \t/–-", max_size=12))
def test_separators_are_found_as_by_one_expression(text):
    assert separators(text) == len(SEPARATORS.findall(text))


DATES = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}\s?[年년]"
    r"|\b(?:19|20)\d\d\b"
    r"|(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\b)"
    r"|\b\d{1,2}\.?\s(?:de\s)?(?:[^\W\d_]{3,9})\.?\s(?:de\s)?(?:19|20)\d\d\b"
)
"""What a date is, in one expression."""


@given(st.text(alphabet="0123459/.- 年년Mayjand", max_size=14) | st.from_regex(DATES))
def test_dates_are_told_as_by_one_expression(text):
    assert is_dated(text) == (DATES.search(text) is not None)


@given(st.lists(st.sampled_from("a b. ab\u00a0c d\te f… !".split(" ")), min_size=1, max_size=16))
def test_a_paragraph_is_told_by_its_words(words):
    text = " ".join(words).strip()
    count = len(text.split())
    assert is_prose(text) == (count >= 12 or (count >= 6 and text[-1] in "….!?。！？।"))


def test_small_words_are_of_many_languages():
    assert len(load_toml(FOLDER / "small_words.toml")) >= 30
