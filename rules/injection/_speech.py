"""Whether a text says a thing itself, or quotes and reports that it was said."""

from bisect import bisect_left
from collections.abc import Iterator

from textlint.api import Document, Expressions, part_spans

BEFORE = 300
"""Code points before a place in which a quotation that holds it is opened."""
PAIRS = tuple(map(tuple, ("“”", "„“", "«»", "‹›", "「」", "『』", "《》", "‘’")))
TOPIC = 2
"""Mentions of chat models outside a line that make them the document's subject."""
STARTS = frozenset("\n.!?…。！？।؟۔*•·-–—#>0123456789)")
"""What stands before the first word of a sentence, of a list item or of a comment."""
MODELS = Expressions(
    {
        "name": (
            r"(?i)\b(?:chat-?gpt|gpt-?[2345]o?|openai|chat-?bots?|language models?|llms?|copilot|claude|"
            r"anthropic|jailbreak\w*|prompts|prompt injections?|ai[ -](?:assistants?|generated)|"
            r"sprachmodell\w*|modèles? de langage|modelos? de lengua\w+|modelos? de linguage\w+|"
            r"modell[oi] linguistic[oi]|taalmodel\w*|model bahasa|model język\w+|dil model\w*)\b"
            r"|чат-?бот|нейросет|языков\w+ модел|мовн\w+ модел|нейромереж"
            r"|大模型|语言模型|語言模型|聊天机器人|聊天機器人|言語モデル|チャットボット"
            r"|언어 모델|챗봇|نموذج لغ|روبوت دردشة|भाषा मॉडल|चैटबॉट|แชตบอต|แชทบอท"
        )
    }
)
"""Words of articles about chat models and what is done with them."""


HEADS = (
    *(
        "chat",
        "gpt",
        "openai",
        "language model",
        "llm",
        "copilot",
        "claude",
        "anthropic",
        "jailbreak",
    ),
    *("prompt", "ai assistant", "ai-assistant", "ai generated", "ai-generated", "sprachmodell"),
    *("modèle", "modelo", "modell", "taalmodel", "model bahasa", "model język", "dil model"),
    *("чат", "нейросет", "языков", "мовн", "нейромереж", "大模型", "语言模型", "語言模型"),
    *("聊天机器人", "聊天機器人", "言語モデル", "チャットボット", "언어 모델", "챗봇", "نموذج لغ"),
    *("روبوت دردشة", "भाषा मॉडल", "चैटबॉट", "แชตบอต", "แชทบอท"),
)
"""What the names begin with, in lower case: to search for these takes a tenth of the time."""
AT_ONCE = 64_000
"""Code points that are looked through at once: a part of a text is mostly of characters of one byte."""
OVERLAP = 20
"""Code points of the next part that are looked at with a part: more than one of HEADS has."""
UNUSUAL = {"İ": "i", "ı": "i", "ſ": "s"}
"""Letters that stand for one of ASCII where case does not matter, though their lower case is another."""


def mentions(document: Document) -> list[int]:
    """Where the document speaks of chat models: a fact, asked for only where a phrase was found."""
    text, name = document.text, MODELS["name"]
    found, end = list[int](), 0
    for low, high in part_spans(text, AT_ONCE):
        for start in _heads(text[low : high + OVERLAP]):
            if end <= low + start < high and (match := name.match(text, low + start)):
                found.append(match.start())
                end = match.end()
    return found


def _heads(part: str) -> list[int]:
    """Where a name may start in a part of a text, in order."""
    for char, plain in UNUSUAL.items():
        part = part.replace(char, plain)
    lower = part.lower()
    return sorted({at for head in HEADS for at in _every(lower, head)})


def _every(text: str, head: str) -> Iterator[int]:
    at = text.find(head)
    while at >= 0:
        yield at
        at = text.find(head, at + 1)


def is_subject(document: Document, start: int, end: int) -> bool:
    """Whether chat models are what the document is about, the line of a place aside."""
    first, _ = document.line_span(start)
    _, last = document.line_span(max(start, end - 1))
    found = document.fact(mentions)
    return len(found) - (bisect_left(found, last) - bisect_left(found, first)) >= TOPIC


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether quotation marks or back-ticks that open shortly before a place are open still."""
    before = text[max(0, start - BEFORE) : start].rpartition("\n")[2]
    for opening, closing in PAIRS:
        if before.rfind(opening) > before.rfind(closing):
            return True
    after = text[end : end + BEFORE].partition("\n")[0]
    if any(before.count(mark) % 2 and mark in after for mark in '"`'):
        return True
    return before.endswith(("'", '"', "`"))


def opens_sentence(text: str, start: int) -> bool:
    """Whether a place is where a line, a sentence or a list item begins."""
    before = text[max(0, start - 8) : start].rstrip(" \u00a0\t*_([\ufeff")
    return not before or before[-1] in STARTS
