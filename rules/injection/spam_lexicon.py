"""INJ002: terms of the spam trade out of context."""

from collections.abc import Iterator

from textlint.api import Document, Example, Finding, Match, Safety, Severity, fold, rule

from ._extent import deletion
from ._spam import spam
from .terms import entry, phrases
from .veiled import unveiled, veils

PROSE = (
    "The committee met again on Tuesday and heard three witnesses from the northern districts, "
    "who spoke about the harvest and the price of water."
)


@rule(
    "INJ002",
    severity=Severity.ERROR,
    patterns=lambda: [*phrases(), *veils()],
    together=True,
    fix=Safety.SAFE,
    bad=[
        PROSE + " ⟦лучшие онлайн казино⟧",
        "The vote ⟦토토사이트 추천⟧ was postponed. " + PROSE,
        "The vote was postponed (⟦網上博彩⟧). " + PROSE,
        PROSE + "\n\n⟦cheap nfl jerseys⟧\n\nThe vote was postponed.",
        "The vote was ⟦slot gacor hari ini⟧ postponed. " + PROSE,
        PROSE + "\n\n⟦casino, roulette, blackjack, slots⟧\n\nThe vote was postponed.",
        "The vote was postponed⟦slot gacor hari ini⟧, a witness said. " + PROSE,
        PROSE + " ⟦fake diplomas⟧\n\nThe vote was postponed.",
        Example("The vote was ⟦bandar togel⟧ postponed. " + PROSE, "en"),
        "農林水産省は来年度の予算案を公表し、米の価格を説明した。 ⟦คาสิโนออนไลน์⟧ 委員会は火曜日に開く。",
        Example("The vote was ⟦agen togel terpercaya⟧ postponed. " + PROSE, "en"),
        Example("They sold the harvest⟦bahis siteleri⟧, then moved. " + PROSE, "en"),
        "The vote was postponed. ⟦cheap auto insurance⟧ It will be held in May. " + PROSE,
        PROSE + " ⟦v1agra⟧ and ⟦ｃａｓｉｎｏ⟧ and ⟦c.a.s.i.n.o⟧ and ⟦роker⟧",
        PROSE + " ⟦𝐑𝐔𝐌𝐀𝐇𝟕𝟕⟧ and ⟦𝓈𝓁𝑜𝓉 𝑔𝒶𝒸𝑜𝓇⟧",
        "위원회는 화요일에 다시 모여 증인 세 명의 말을 들었다. ⟦카.지.노.사.이.트⟧ 회의는 계속된다.",
    ],
    fixed=[
        PROSE,
        "The vote was postponed. " + PROSE,
        "The vote was postponed. " + PROSE,
        PROSE + "\n\nThe vote was postponed.",
        "The vote was postponed. " + PROSE,
        PROSE + "\n\nThe vote was postponed.",
        "The vote was postponed, a witness said. " + PROSE,
        PROSE + "\n\nThe vote was postponed.",
        "The vote was postponed. " + PROSE,
        "農林水産省は来年度の予算案を公表し、米の価格を説明した。 委員会は火曜日に開く。",
        "The vote was postponed. " + PROSE,
        "They sold the harvest, then moved. " + PROSE,
        "The vote was postponed. It will be held in May. " + PROSE,
        PROSE + " and and and",
        PROSE + " and",
        "위원회는 화요일에 다시 모여 증인 세 명의 말을 들었다. 회의는 계속된다.",
    ],
    good=[
        "A specialist in socialist economics praised the casino's architecture. " + PROSE,
        "The ship has a casino with slots, roulette and blackjack, a pool and two cinemas. "
        + PROSE,
        "The state lottery Sports Toto (스포츠토토) paid for the stadium. " + PROSE,
        "Police found a workshop for fake diplomas in the suburb. " + PROSE,
        "In Russian the place is called казино, as everywhere. " + PROSE,
        "They watched My Neighbor Totoro (이웃집 토토로) and lost the protocol (프로토콜). "
        + PROSE,
        "Judi Dench and Kumar Sangakkara were in Toto's song, in toto. " + PROSE,
        "문화체육관광부는 스포츠토토 판매액이 늘었다고 밝혔다. 스포츠토토는 합법 복권이다.",
        "Payday loans are a subject of debate. The law caps what payday loans may cost, lenders say.\n"
        + PROSE
        + "\nPeople with bad credit turn to payday loans online, the report says.",
        "He compared cheap auto insurance quotes before he bought the car. " + PROSE,
        "Doctors doubt that the best CBD gummies do anything at all. " + PROSE,
        "Viagra ohne Rezept kaufen ist gefährlich, warnt die Behörde, und rät zum Arzt.",
        "경찰은 가.나.다 순으로 명단을 만들고 여·야 의원을 불렀다. 불법 도박 단속도 이어졌다.",
        "The value is 𝑓(𝑥) = 𝑎𝑥 + 𝑏, the set 𝔸𝔹ℂ is closed. " + PROSE,
        "C A S I N O\n\nThe film of 1995 was shot in the desert. " + PROSE,
        "Elle vit en ligne. Le p0 et le c4 sont des cases; Porto, porno-roman non. " + PROSE,
    ],
    known_failures=[
        "The vote was ⟦best cbd gummies⟧ postponed. " + PROSE,
        "The vote ⟦cheap hotel deals⟧ was postponed. " + PROSE,
    ],
)
def spam_lexicon(document: Document, matches: list[Match]) -> Iterator[Finding]:
    """A term of the spam trade stands where the text is about something else.

    Betting, drugs, loans, pornography, copies of brands, pirated films and bought links advertise by
    writing their search terms into other people's pages. The lexicon grades each term: A, written by
    advertisers only; B, a topic word of honest pages too; C, one vote in a list. A fires by itself; B
    with evidence: a script foreign to the document (90 % of the other letters are of its own), another
    language than the document's, a word that it is glued to, a place in no sentence (a lower-case
    paragraph, or after the full stop), or a link beside it with a second term in the line. Three
    different terms that hold half of a line's letters are a keyword list.

    Disguises count wherever they stand: digits, marks and letters of other scripts in a word ("v1agra"),
    marks between Korean or Chinese characters, and the mathematical alphabets in which betting sites
    write their names. The span takes in the modifiers beside a term ("agen togel terpercaya").

    It refuses: a document whose subject the class is (three topic words in its own script, spread over
    200 characters) unless a line is a list of five terms; quotations and glosses ("called казино",
    "Sports Toto (스포츠토토)"); long foreign sentences, except for the strong terms in them; addresses;
    letters of the same script around the term ("specialist" holds a drug's name). What is glued to a
    word is INJ001's. The fix is safe where a term of another language or grade A fills its line or is
    glued, several words long, to a lower-case word; else it wants a reader. Terms generalise
    poorly: 863 of them covered 15 % of unseen terms, so absence of findings proves nothing.
    """
    opened = False
    for match in matches:
        if not match.re.groupindex:
            opened = opened or _opens(match)
        elif found_word := unveiled(document, match):
            start, end, plain = found_word
            message = f"“{document.text[start:end]}” is “{plain}” in disguise"
            yield Finding(start, end, message, deletion(document.text, start, end, Safety.UNSAFE))
    if opened:
        yield from document.fact(spam).values()


def _opens(term: Match) -> bool:
    """Whether a term is more than one vote in a list."""
    known = entry(fold(term[0]))
    return known is None or known.grade != "C"
