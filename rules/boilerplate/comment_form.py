"""The form under an article that asks for comments. Data: lexicon/form.toml."""

from collections.abc import Iterator

from textlint.api import Document, Finding, Fix, Safety, Severity, delete_line, rule

from ._kinds import LINK, SAFE
from ._lexicon import Listed, excerpt, listed, neighbours

REQUIRED = (
    *("*", "(required)", "(erforderlich)", "(obligatoire)", "(requerido)"),
    *("(obrigatório)", "(обязательно)"),
)
"""How a form marks a field that must be filled in."""


def _counts(document: Document, item: Listed) -> bool:
    """Whether a listed line of the form has the evidence that its strength asks for."""
    if item.strength == SAFE:
        return True
    near = neighbours(document.fact(listed), item.number, ("form", "comments")) + item.parts - 1
    if item.line.text.casefold().endswith(REQUIRED) and item.line.text[:1] != "*":
        near += 1
    return near > 0 if item.strength == LINK else near > 1


@rule(
    "BLR001",
    severity=Severity.ERROR,
    fix=Safety.SAFE,
    bad=[
        (
            "The harbour opens in May.\n\n⟦Leave a Reply⟧\n\n"
            "⟦Your email address will not be published. Required fields are marked *⟧"
        ),
        "The harbour opens in May.\n  ⟦LEAVE A REPLY⟧  \n",
        (
            "The harbour opens in May.\n⟦Your email address\u00a0will not be published.⟧\n"
            "⟦Click here to cancel reply.⟧\nIt closes in June."
        ),
        (
            "The harbour opens in May.\n"
            "⟦This site uses Akismet to reduce spam. Learn how your comment data is processed.⟧\n"
        ),
        (
            "Der Hafen öffnet im Mai.\n\n⟦Hinterlasse einen Kommentar⟧\n"
            "⟦Du musst angemeldet sein, um einen Kommentar abzugeben.⟧\n"
        ),
        (
            "Le port ouvre en mai.\n⟦Laisser un commentaire Annuler la réponse⟧\n"
            "⟦Prévenez-moi de tous les nouveaux articles par e-mail.⟧"
        ),
        "Порт открывается в мае.\n⟦Ваш адрес email не будет опубликован. Обязательные поля помечены *⟧",
        (
            "항구는 5월에 열린다.\n⟦댓글 남기기⟧\n"
            "⟦이메일 주소는 공개되지 않습니다. 필수 필드는 *로 표시됩니다⟧"
        ),
        "港は5月に開く。\n⟦コメントを残す⟧\n",
        "يفتح الميناء في مايو.\n⟦لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *⟧",
        "The harbour opens in May.\n⟦Name *⟧\n⟦Email *⟧\n⟦Website⟧\n⟦Post Comment⟧",
        (
            "Der Hafen öffnet im Mai.\n⟦Schreibe einen Kommentar⟧\n⟦Name *⟧\n⟦E-Mail *⟧\n"
            "⟦Kommentar abschicken⟧"
        ),
    ],
    fixed=[
        "The harbour opens in May.",
        "The harbour opens in May.\n",
        "The harbour opens in May.\nIt closes in June.",
        "The harbour opens in May.\n",
        "Der Hafen öffnet im Mai.\n",
        "Le port ouvre en mai.",
        "Порт открывается в мае.",
        "항구는 5월에 열린다.",
        "港は5月に開く。\n",
        "يفتح الميناء في مايو.",
        "The harbour opens in May.",
        "Der Hafen öffnet im Mai.",
    ],
    good=[
        "He told them to leave a reply on the desk.",
        "Leave a Reply to the court, he said.",
        "You must be logged in to post a comment, and that keeps the trolls away.",
        "“Leave a comment” is the button that nobody presses.",
        "This site uses Akismet to reduce spam. I installed it last year and have not looked back.",
        "Reply",
        "Comments",
        "Kommentare",
        "Join the conversation",
        "To change the text:\nAdd a comment\nDelete a comment",
        "Leave a comment below",
        "There are no comments yet.",
        "Aufgabe 3\nSchreiben Sie einen Kommentar",
        "――今年の抱負は？\nコメントをどうぞ",
        "참여 방법\n댓글 달기\n친구에게 알리기",
        "Er schrieb: Hinterlasse einen Kommentar, wenn du magst.",
        "The form says: Required fields are marked with a star.",
        "Website",
        "Name\n\nIt means harbour.",
        "Comment\n\nThe mayor is right.",
        "Post comment",
        "Email\n\nWrite to the harbour master.",
    ],
)
def comment_form(document: Document) -> Iterator[Finding]:
    """A line of the comment form under an article: its heading, its legal line, its buttons and fields.

    The form belongs to the page, not to the text. Only whole lines count. Wordings of publishing
    software (WordPress and its plug-ins, Blogger, Disqus, Drupal and others) that are hardly ever a
    line of an article stand for themselves and are deleted in full; bare buttons and fields ("Post
    comment", "Name *", "Website") need a form's asterisk or other lines of the form near, and their
    deletion is unsafe. A sentence that holds such words is silent, and so is what a manual, a school
    task or the author writes as well.
    """
    for item in document.fact(listed).values():
        if item.kind == "form" and _counts(document, item):
            line = item.line
            safety = Safety.SAFE if item.strength == SAFE else Safety.UNSAFE
            edit = delete_line(document.text, line.start, line.end)
            fix = Fix((edit,), safety)
            yield Finding(line.start, line.end, f"Comment form {excerpt(line.text)}", fix)
