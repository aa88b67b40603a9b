"""INJ007: what a chat model wrote besides the text it was asked for. Data: llm_artefact/*.toml."""

import functools
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import regex

from textlint.api import (
    Document,
    Example,
    Finding,
    Fix,
    Match,
    Pattern,
    Phrase,
    Safety,
    Severity,
    compile_re,
    compile_regex,
    delete_span,
    fold,
    lines,
    load_toml,
    rule,
)

from ._speech import is_quoted, is_subject, opens_sentence

PHRASES = Path(__file__).with_name("llm_artefact") / "phrases.toml"
WHERE = {
    "self": "word",
    "rewritten": "prefix",
    "answer": "prefix",
    "closing": "word",
    "weak": "word",
    "button": "line",
}
"""Where a phrase of each kind stands."""
FIRST = 4
"""Lines at the start of a document in which a model hands over its answer."""
HEAD = 4
"""Characters by which the phrases that stand for themselves are looked up."""
SIGNS = (r"turn\d", "oaicite:", "oai_citation:", r"【\d", r"<\|", "<｜", "_of_turn>")
"""One is in every citation and token that stands for itself, in small letters."""
LONGEST = 200
"""Code points of a line that does so: longer ones are paragraphs of the text itself."""
THIRD = 120
"""Code points after “as a language model” in which the name of one shows that an author writes."""
SHOWN = 60
"""Code points of the residue that the message quotes."""

TURN = (
    r"turn\d{1,3}(?:academia|business|calculator|fetch|file|finance|forecast|image|maps|news|"
    r"product|reddit|search|sports|view|youtube)\d{1,3}"
)
CITATIONS = (
    r"\ue200[a-z_]{2,20}(?:\ue202[^\ue200\ue201\n]{1,80}){1,6}\ue201",
    rf"(?<![A-Za-z0-9])(?:cite|filecite|navlist)?{TURN}(?:[\ue202 ,]{{0,2}}{TURN}){{0,8}}(?![A-Za-z0-9])",
    r":contentReference\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?",
    r"\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?",
    r"\[oai_citation:\d{1,3}[^\]\n]{0,80}\](?:\(https?://[^)\s]{1,300}\))?",
    r"【\d{1,3}(?::\d{1,3})?†[^】\n]{1,60}】",
    r"\[cite: ?\d{1,3}(?:, ?\d{1,3}){0,8}\]",
    r"\[cite_(?:start|end)\]",
    r"\[(?:attached_file|generated_image|web):\d{1,3}\]",
    r"\(?\{\"attribution\":\{\"attributableIndex\":\"[\d-]{1,9}\"\}\}\)?",
)
"""How chat services write a source before their page makes a link of it."""
SPECIAL = (
    "assistant|begin_of_text|begin▁of▁sentence|end|end_header_id|end_of_text|endofprompt|endoftext|"
    "end▁of▁sentence|eom_id|eot_id|fim_middle|fim_prefix|fim_suffix|im_end|im_sep|im_start|pad|"
    "start_header_id|system|user"
)
TOKENS = (
    rf"<\|(?:{SPECIAL})\|>(?:(?:assistant|system|user)(?=\n))?",
    r"<｜(?:Assistant|User|begin▁of▁sentence|end▁of▁sentence)｜>",
    r"\[/?INST\]",
    r"<</?SYS>>",
    r"<(?:start_of_turn|end_of_turn)>(?:(?:model|user)(?=\n))?",
)
"""What parts the turns of a conversation in the text that a model is trained on."""


@functools.cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    data: Mapping[str, Mapping[str, list[str]]] = load_toml(PHRASES)
    return data


def _phrases() -> Iterator[Phrase]:
    for kind, languages in _data().items():
        for language, texts in languages.items():
            for text in texts:
                yield Phrase(text, WHERE[kind], language)  # type: ignore[arg-type]


@functools.cache
def _kinds() -> dict[str, str]:
    """The kind of each phrase, by its text before the hole."""
    return {
        fold(text).partition("{}")[0]: kind
        for kind, languages in _data().items()
        for texts in languages.values()
        for text in texts
    }


def _kind(match: Match) -> str:
    """The kind of the phrase that a match is of; "citation" or "token" where it is of none."""
    text = fold(match.group())
    kinds = _kinds()
    if text in kinds:
        return kinds[text]
    if any(compile_regex(source).fullmatch(match.group()) for source in TOKENS):
        return "token"
    if any(compile_regex(source).fullmatch(match.group()) for source in CITATIONS):
        return "citation"
    return next((kind for head, kind in kinds.items() if text.startswith(head)), "weak")


def traces(document: Document) -> bool:
    """Whether the document holds a trace that stands for itself: a fact for the weak ones."""
    text, (heads, starts) = fold(document.text), _heads()
    strong = "|".join([*CITATIONS[1:6], *TOKENS])
    if any(compile_re(s).search(text) for s in SIGNS) and compile_regex(strong).search(text):
        return True
    ends = (match.end() for match in compile_re("[\n.!?。！] ?").finditer(text))
    return any(
        text[at : at + HEAD] in starts and text.startswith(heads, at) for at in chain((0,), ends)
    )


@functools.cache
def _heads() -> tuple[tuple[str, ...], frozenset[str]]:
    """What a phrase that stands for itself begins with, by its first characters as well."""
    kinds = (_data()[kind] for kind in ("self", "rewritten"))
    texts = (text for languages in kinds for texts in languages.values() for text in texts)
    heads = tuple(fold(text).partition("{}")[0] for text in texts)
    return heads, frozenset(head[:HEAD] for head in heads)


@rule(
    "INJ007",
    severity=Severity.ERROR,
    patterns=[*map(Pattern, (*CITATIONS, *TOKENS)), *_phrases()],
    fix=Safety.SAFE,
    bad=[
        "⟦As an AI language model⟧, I cannot browse the web. The lake is deep.",
        "⟦Here is the rewritten article:⟧\n\nThe lake is deep.",
        "⟦Certainly! Here's⟧ a short article about the lake:\n\nThe lake is deep.",
        "The lake is deep⟦:contentReference[oaicite:0]{index=0}⟧.",
        "The lake is deep. ⟦citeturn0search0turn0news2⟧ It is cold. ⟦turn0search1⟧",
        "The lake is deep. ⟦\ue200cite\ue202turn0search0\ue202turn0search3\ue201⟧ It is cold.",
        "The lake is deep ⟦[cite: 1, 2]⟧ and cold ⟦【4:0†source】⟧.",
        "The lake is deep ⟦[oai_citation:1‡lake.example](https://lake.example/deep)⟧.",
        "The lake is deep.⟦<|endoftext|>⟧",
        "⟦[INST]⟧ Write about the lake ⟦[/INST]⟧ The lake is deep.",
        "The lake is deep.\n\n⟦Regenerate response⟧\n",
        "⟦Let me know if you need any further adjustments⟧!",
        Example("⟦Als KI-Sprachmodell⟧ habe ich keinen Zugriff darauf. Der See ist tief.", "de"),
        Example(
            "⟦En tant que modèle de langage⟧, je ne peux pas le dire. Le lac est profond.", "fr"
        ),
        Example("⟦Вот переписанный текст:⟧\n\nОзеро глубокое.", "ru"),
        Example("⟦作为一个人工智能语言模型⟧，我无法浏览网页。湖很深。", "zh"),
        Example("⟦申し訳ありませんが、私はAI⟧なのでお答えできません。", "ja"),
    ],
    fixed=[
        "As an AI language model, I cannot browse the web. The lake is deep.",
        "Here is the rewritten article:\n\nThe lake is deep.",
        "Certainly! Here's a short article about the lake:\n\nThe lake is deep.",
        "The lake is deep.",
        "The lake is deep. It is cold.",
        "The lake is deep. It is cold.",
        "The lake is deep and cold.",
        "The lake is deep.",
        "The lake is deep.",
        "Write about the lake The lake is deep.",
        "The lake is deep.\n\nRegenerate response\n",
        "Let me know if you need any further adjustments!",
        "Als KI-Sprachmodell habe ich keinen Zugriff darauf. Der See ist tief.",
        "En tant que modèle de langage, je ne peux pas le dire. Le lac est profond.",
        "Вот переписанный текст:\n\nОзеро глубокое.",
        "作为一个人工智能语言模型，我无法浏览网页。湖很深。",
        "申し訳ありませんが、私はAIなのでお答えできません。",
    ],
    good=[
        "The review began with “As an AI language model, I cannot…”, so the editors withdrew it.",
        'The bot answered: "I\'m sorry, but I cannot fulfill this request."',
        "Asked for a poem, ChatGPT said: As an AI language model, I have no feelings.",
        (
            "ChatGPT is a chatbot.\n\nI asked it for its view of the lake. The answer of the language "
            "model was:\n\nAs an AI language model, I don't have opinions.\n\nSo much for chatbots."
        ),
        "As a language model, GPT-4 predicts the next word.",
        "As an AI researcher, I cannot say. As an AI company, we do not.",
        "I hope this helps! Sure, here's the thing: nobody knows the lake.",
        "Let me know if you'd like me to cover the lake next week.",
        "One.\n\nTwo.\n\nThree.\n\nFour.\n\nHere is the translated letter:\n\nDear Anna, the lake is deep.",
        "Llama wraps a request in `[INST]` and `[/INST]`; GPT ends a text with `<|endoftext|>`.",
        "She noted [cite: Smith 2019] and [web: see below], and it was their turn to search 1 lake.",
        "The prompts of large language models end with <|endoftext|>.\n\nLLMs learn from such prompts.\n",
        Example("作为一个人工智能专家，他认为湖很深。作为一个AI公司，我们不同意。", "zh"),
        Example("Как языковая модель, GPT-4 предсказывает слова.", "ru"),
    ],
    known_failures=["The lake, ⟦as an AI language model⟧ I must add, is deep."],
)
def llm_artefact(document: Document, match: Match) -> Iterator[Finding]:
    """Residue of a chat model: it speaks of itself, hands over its work, or leaves its markup.

    Texts written or rewritten by a model keep what stood around the answer: “As an AI language
    model, I…”, “Here is the rewritten article:”, “Regenerate response”, and marks of sources that
    only the page of the chat could read (“turn0search1”, “:contentReference[oaicite:0]”). Phrases in
    40 languages count where a model puts them: its words about itself at the start of a sentence, a
    hand-over at the start of a line (one that people write as well only in the first four lines), the
    button of a chat alone on its line. “I hope this helps” and its like need another trace beside them.

    It stays silent inside quotation marks and back-ticks, after a colon (“ChatGPT said: …”), where a
    model is named as the one who speaks (“As a language model, GPT-4 predicts…”), and, for phrases and
    tokens of training, in documents that speak of chat models in two other places: those are about them.
    On 1.2 million clean words it made no finding.

    Marks of sources and turns are deleted, which is safe: they are no words. Phrases have no repair,
    for what is around them is the model's too.
    """
    text, (start, end), kind = document.text, match.span(), _kind(match)
    if is_quoted(text, start, end):
        return
    if kind != "citation" and is_subject(document, start, end):
        return
    if kind in ("citation", "token"):
        fix = Fix((delete_span(text, start, end),), Safety.SAFE)
        what = "marks a source in a chat" if kind == "citation" else "parts the turns of a chat"
        yield Finding(start, end, f"“{_shown(text[start:end])}” {what}", fix)
    elif _is_meant(document, start, end, kind):
        yield Finding(start, end, f"“{_shown(text[start:end])}” is what a chat model says")


def _is_meant(document: Document, start: int, end: int, kind: str) -> bool:
    """Whether a phrase stands where a model puts it."""
    text = document.text
    if kind in ("self", "closing", "weak") and not opens_sentence(text, start):
        return False
    if kind == "self":
        return not _names_model(text[end : end + THIRD])
    first, last = document.line_span(start)
    if kind == "weak":
        return document.fact(traces)
    if kind == "answer":
        if last - first > LONGEST or text[first:last].rstrip()[-1:] not in (":", "："):
            return False
        early = document.fact(lines)[FIRST - 1 : FIRST]
        return not early or start <= early[0].end or document.fact(traces)
    return kind != "rewritten" or last - first <= LONGEST


def _names_model(after: str) -> bool:
    """Whether the rest of a sentence says which model is spoken of."""
    sentence = regex.split(r"[.!?。！？\n]", after, maxsplit=1)[0]
    name = regex.search(
        r"(?i)\b(?:chat-?gpt|gpt|bert|claude|gemini|bard|llama|palm|it|its)\b", sentence
    )
    return name is not None and not regex.search(r"\b(?:I|[Ii]ch|je|yo|io|eu|я|ja)\b", sentence)


def _shown(text: str) -> str:
    excerpt = " ".join(text.split())
    return excerpt if len(excerpt) <= SHOWN else excerpt[: SHOWN - 1] + "…"
