# ruff: noqa: INP001, T201, S311 - a script; it prints; its chance is a seeded one
"""Respell names in texts and count how many of the respellings NAM001 finds.

    python tools/respell_names.py FILE... [--most 300] [--show 20] [--seed 1]

FILE is a text file, or JSONL with {"text", "lang"?}. A name that a text uses twice or more inside
sentences, in five letters or more, and never in lower case, is respelled at one place; the text is
then checked alone. A respelling is found when a finding lies on it or points to it. Per kind of
respelling: how many were made, which share was found, which share of these also had its direction
right. Letters at the very beginning stay, as writers get those right.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from textlint_rules.names._capitalised import number
from textlint_rules.names.sightings import Form, is_inside, sightings
from textlint_rules.names.sightings import names as capitalised
from textlint_rules.names.variant import name_variant_doc

from textlint.document import Document

LETTERS = {
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "cyrillic": "абвгдежзиклмнопрстуфхцчшюя",
    "greek": "αβγδεζηθικλμνξοπρστυφχψω",
}
SWAPS = {
    "latin": [
        *(
            "v w|w v|kh h|zh j|zh z|sh sch|ch tch|y i|iy y|yy y|i y|ov$ off|ev$ eff|ov$ ow".split(
                "|"
            )
        ),
        *(
            "k c|c k|f ph|ph f|ou u|u ou|j zh|g(?=[ei]) j|th t|x ks|ie y|ck k|z ts|q k|ii i".split(
                "|"
            )
        ),
    ],
    "cyrillic": "и ы|е э|ж дж|й и|г ґ|ий ый|нн н|сс с|лл л|рр р".split("|"),
    "greek": "αι ε|ει ι|οι ι|η ι|υ ι|ω ο|λλ λ|ττ τ".split("|"),
}
SHORTEST = 5
"""Letters of a name at least."""
KINDS = ("swap", "two swaps", "transposition", "substitution", "deletion", "insertion")


class Name(NamedTuple):
    """A name of a text that can be respelled."""

    document: Document
    form: Form
    alphabet: str


def names(paths: list[Path]) -> Iterator[Name]:
    """The names of all texts that are used often enough."""
    for document in documents(paths):
        found = document.fact(capitalised)
        different = found.different()
        spans = found.places({number(word): word for word in different})
        often = {
            word.lower() for word, all_ in spans.items() if len(all_) > 1 and len(word) >= SHORTEST
        }
        small = set(re.findall(r"\w+", document.text))
        for form in sightings(document.text, found, different, often - small).values():
            inside = sum(is_inside(document.text, use.start) for use in form.uses)
            if inside > 1 and form.surface[1:].islower():
                first = form.lower[0]
                alphabet = "latin" if first < "Ͱ" else "greek" if first < "Ѐ" else "cyrillic"
                yield Name(document, form, alphabet)


def documents(paths: list[Path]) -> Iterator[Document]:
    """The texts of the files."""
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".jsonl":
            yield Document(text, str(path))
            continue
        for line in text.splitlines():
            record = json.loads(line)
            if record.get("text"):
                language = record.get("lang")
                yield Document(
                    record["text"], str(path), language=None if language == "und" else language
                )


def respell(chance: random.Random, word: str, kind: str, alphabet: str) -> str | None:
    """The word respelled, None where it cannot be in this way."""
    at = chance.randrange(1, len(word) - 1)
    letter = chance.choice(LETTERS[alphabet])
    if kind == "transposition":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "substitution":
        return word[:at] + letter + word[at + 1 :]
    if kind == "deletion":
        return word[:at] + word[at + 1 :]
    if kind == "insertion":
        return word[:at] + letter + word[at:]
    for _ in range(1 if kind == "swap" else 2):
        pairs = [pair.split() for pair in SWAPS[alphabet]]
        possible = [pair for pair in pairs if re.search(pair[0], word[1:])]
        if not possible:
            return None
        sound, other = chance.choice(possible)
        word = word[0] + re.sub(sound, other, word[1:], count=1)
    return word


def is_found(name: Name, at: int, end: int, other: str) -> tuple[bool, bool]:
    """Whether the respelling of [at, end) is found, and whether it is the one that is reported."""
    text = name.document.text
    changed = Document(text[:at] + other + text[end:], language=name.document.language)
    findings = list(name_variant_doc.check(changed))
    right = any(finding.start <= at < finding.end for finding in findings)
    related = any(span.start <= at < span.end for f in findings for span in f.related)
    return right or related, right


def main() -> None:
    """Respell, count, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=300, help="respellings of each kind")
    parser.add_argument("--show", type=int, default=0, help="misses of each kind to print")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    pool = list(names(options.files))
    for kind in KINDS:
        chance.shuffle(pool)
        counts: Counter[str] = Counter()
        missed = []
        for name in pool:
            surface = name.form.surface
            other = respell(chance, surface, kind, name.alphabet)
            if not other or other.lower() in name.document.text.lower():
                continue
            use = chance.choice(name.form.uses)
            found, right = is_found(name, use.start, use.end, other)
            counts["made"] += 1
            counts["found"] += found
            counts["right"] += right
            if not found:
                missed.append(f"{surface}/{other}")
            if counts["made"] == options.most:
                break
        made, found_ = max(1, counts["made"]), max(1, counts["found"])
        print(f"{kind}: {counts['made']} made, {counts['found'] / made:.3f} found,", end=" ")
        print(
            f"{counts['right'] / found_:.3f} of them in the right direction",
            *missed[: options.show],
        )


if __name__ == "__main__":
    main()
