"""The judge of lines on pages and edited texts of many kinds, and the data that it weighs with."""

import pytest
from textlint_rules.boilerplate._features import (
    CLEAR,
    FOLDER,
    Evidence,
    evidence,
    look,
    tokens_of,
)
from textlint_rules.boilerplate._page import Page, extent
from textlint_rules.boilerplate.line_judge import (
    MOST,
    Case,
    boilerplate_line,
    margin,
    model,
    page_of,
    score,
)

from textlint.api import Safety, load_toml
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
    texts, known = document.text.split("\n"), document.fact(evidence)
    assert page_of(texts, known)
    times = MOST // len(texts) + 1
    assert page_of(texts * times, known * times) is None


def test_an_article_needs_a_page_around_it():
    texts = PROSE.split("\n")
    clear, everyday = Evidence(CLEAR), Evidence(1)
    assert page_of([*texts, "Log in", "Sign up"], [Evidence()] * 5 + [clear] * 2)
    assert page_of([*texts, "Log in", "Sign up"], [Evidence()] * 5 + [clear, everyday]) is None


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
    item = look(JAPANESE.partition("\n")[0])
    assert item.is_prose
    assert item.words > 15
    assert not look("お問い合わせ").is_prose


def test_tokens():
    assert tokens_of("3 Comments – don’t miss") == ["0", "comments", "don't", "miss"]


def test_the_lists_of_the_other_rules_are_evidence():
    known = Document("Log in\nThe river rises.\nReply\nHome\n" + PROSE).fact(evidence)
    assert [item.listed > 0 for item in known[:4]] == [True, False, True, True]


def counted(text: str) -> dict[str, dict[str, float]]:
    """What is counted of each line that is no prose."""
    looks = [look(line) for line in text.split("\n")]
    return {looks[at].text: value for at, value in Page(looks).values()}


def test_the_article_is_where_prose_outweighs_the_rest():
    menu = "\n".join("abcdefghijklmnop")
    looks = [look(line) for line in f"{menu}\n{PROSE}\nThe school\n{PROSE}\n{menu}".split("\n")]
    assert extent(looks) == (16, 16 + 11)
    assert extent([look("Home")]) == (0, 0)


def test_lines_know_how_far_the_article_is():
    values = counted(f"One\nTwo\n{PROSE}\nThree\nFour\n{PROSE}\nFive")
    assert [value["body_gap"] for value in values.values()] == [2, 1, -1, -1, 1]
    assert values["Five"]["ahead"] == 0
    assert values["One"]["ahead"] == 1


def test_an_entry_of_a_table_of_contents_is_known_by_its_heading():
    values = counted(f"1. The quay\n2. The school\nNo heading\n{PROSE}\n2 The School\n{PROSE}")
    assert [name for name, value in values.items() if value["echo"]] == ["2. The school"]


def test_more_is_asked_where_lists_or_threads_may_be_the_article():
    page = {"thread": 0.0, "page_prose": 0.5, "page_lines": 100.0}
    assert margin(page) == 0
    assert margin(page | {"thread": 1.0}) > 0
    assert margin(page | {"page_prose": 0.1}) == margin(page | {"page_lines": 12.0}) > 0


def test_a_page_of_one_kind_of_line_takes_no_longer_than_its_lines():
    looks = [look(line) for line in [*PROSE.split("\n"), *["A title"] * 4_000]]
    assert len(list(Page(looks).values())) == 4_000


def test_every_feature_is_counted():
    (value,) = counted(f"{PROSE}\nHome").values()
    card = model()
    assert {name for name, _, _ in card.cards} <= value.keys()
    bounds = [bound for case in card.cases for bound in (*case.least, *case.below)]
    assert {name for name, _ in bounds} <= value.keys()
    assert isinstance(score(value, card), float)


def test_points_fit_their_cuts():
    for name, cuts, points in model().cards:
        assert list(cuts) == sorted(cuts), name
        assert len(points) == len(cuts) + 1, name


def test_a_case_holds_where_all_its_bounds_do():
    case = Case("menu", (("words", 2.0),), (("thread", 0.5),), 1.0)
    assert case.holds({"words": 2.0, "thread": 0.4})
    assert not case.holds({"words": 1.0, "thread": 0.4})
    assert not case.holds({"words": 2.0, "thread": 0.5})


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


def test_small_words_are_of_many_languages():
    assert len(load_toml(FOLDER / "small_words.toml")) >= 30
