"""Template and shortcode syntax that the site never filled in."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import msgspec

from textlint.api import (
    Document,
    Expressions,
    Finding,
    Fix,
    Phrase,
    Safety,
    Severity,
    delete_span,
    rule,
)

from ._anchors import anchored, signs
from ._code import is_about_code, is_quoted, touches
from .script import blocks
from .tag import tags

if TYPE_CHECKING:
    import regex

SHORTCODES = (
    "ad|adrotate|adsense|advanced_iframe|ai_playlist|av_\\w+|bdp_\\w+|blockquote|button|caption|carousel"
    "|column|contact-form(?:-7)?|cta|display-posts|divider|dropcap|elementor-template|embed"
    "|et_pb_\\w+|flickr"
    "|forminator_\\w+|fusion_\\w+|gallery|googlemaps?|gravityform|gview|iframe|instagram|jetpack_\\w+"
    "|layerslider|mashshare|mc4wp_form|ngg(?:allery|_\\w+)?|ninja_forms?|one_(?:half|third"
    "|fourth)(?:_last)?"
    "|pagebreak|playlist|polldaddy|pullquote|recent-posts|rev_slider|row|section|separator|sidebar"
    "|slideshare|slideshow|smartslider3|sociallocker|soundcloud|spacer|spoiler|su_\\w+|tabs?|tablepress"
    "|three_fourth(?:_last)?|toc|toggle|tweet|twitter|two_third(?:_last)?|vc_\\w+|video|videopress|vimeo"
    "|wp_ad_camp_\\d|wpforms|wpvideo|yikes-mailchimp|yotuwp|youtube"
)
"""Shortcodes of WordPress, its page builders and its best-known plugins."""
BARE = (
    "contact-form(?:-7)?|et_pb_\\w+|fusion_\\w+|gallery|googlemaps?|layerslider|mashshare"
    "|mc4wp_form|nggallery"
    "|one_(?:half|third|fourth)(?:_last)?|su_\\w+|two_third(?:_last)?|vc_\\w+|tablepress"
    "|av_\\w+|pagebreak"
)
"""Those that nobody writes in brackets for another reason ("[video]" is an editor's label)."""
BBCODE = (
    "align|b|center|code|color|email|font|h[1-6]|i|img|indent|left|list|media|ol|quote|right|s"
    "|size|spoiler"
    "|strike|sub|sup|table|td|tr|u|ul|url|video|youtube"
)
VALUE = r"""(?:["“”″'’&][^\[\]\n]{0,600}|[\w#%./:;-][^\[\]\n]{0,600})"""
MEDIA = "audio|embed|img|instagram|media|soundcloud|tweet|video|vimeo|youtube"
"""Names that enclose the address of what the page shows: that is no text either."""
RUN = (
    rf"\[(?P<medium>{MEDIA})\]\s?(?:https?:)?//[^\s\[\]]{{3,500}}\s?\[/(?P=medium)\]|"
    # WordPress: [caption id="…"], [vc_row], [/caption]
    rf"\[(?:{SHORTCODES})(?:\s[\w-]{{1,40}}\s?=\s?{VALUE}|\s(?:id|ids|url|src|width)\s?={VALUE}"
    rf"|\shttps?://[^\s\]]{{3,400}})\s?/?\]"
    rf"|\[(?:{BARE})\s?/?\]"
    r"|\[(?P<tagged>[a-z][\w-]{1,40})(?:\s[\w-]{1,40}=[\"“”″'][^\"“”″'\[\]\n"
    r"]{0,400}[\"“”″']){1,20}\s?/?\]"
    rf"|\[/(?:{SHORTCODES})\]"
    # BBCode: [url=…], [b]…[/b]
    r"|\[(?:url|size|color|colour|font|quote|img|email|align|list|media|youtube|spoiler|member"
    r"|user|post)=[^\[\]\n]{1,400}\]"
    rf"|\[/(?P<closing>{BBCODE})\]|\[(?P<opening>{BBCODE})\]"
    # Mustache, Jinja, Angular, Handlebars, templates of wikis
    r"|\{\{\{?[^{}\n\\]{1,300}\}?\}\}|\{%[-+]?\s?[a-z]\w{1,20}[^%{}\n]{0,300}%\}|\{#\s[^#{}\n"
    r"]{1,200}\s#\}|\{!!\s?[^{}\n]{1,200}\s?!!\}"
    # ASP, JSP, ERB; Razor; Ruby, JavaScript, Smarty, Joomla, MODX, Drupal, Mailchimp
    r"|<%[=@#:-]?\s?[^%<>\n]{1,300}%>|(?<![\w.])@(?:Model|Html|ViewBag|ViewData|Url"
    r"|Resources)\.[A-Z]\w{1,40}(?:\.\w{1,40}){0,4}(?:\([^()\n]{0,200}\))?"
    r"|\$\{[A-Za-z_][\w.|? \[\]()'-]{0,80}\}|(?<!\w)\#\{[A-Za-z_@][\w.]{0,60}\}"
    r"|\{\$[A-Za-z_][\w.>\[\]|:'-]{0,80}\}"
    r"|\{/?(?:loadposition|loadmodule|jcomments|mosimage|mospagebreak|youtube|vimeo|gallery"
    r"|rsform|article)(?:\s[^{}\n]{0,80})?\}"
    r"|\[\[[+*~!$%][A-Za-z\d][\w.:-]{0,60}[^\[\]\n]{0,200}\]\]|\[\[\{\"[^\n]{1,3000}?\}\]\]"
    r"|\[(?:node|site|current-user|current-page|term|user):[a-z][\w:-]{1,60}\]"
    r"|%%[A-Za-z_][\w.]{1,40}%%|\*\|[A-Z][A-Z\d_:]{1,40}\|\*|__MSG_\w{1,60}__"
    # format strings and what a program prints of an object
    r"|\[object\s(?:Object|Array|HTML\w{0,30}Element|Promise|Undefined|Window)\]"
    r"|(?<![\w%])%\(\w{1,30}\)[sd]"
    r"|(?<![\w%&=?/.])%\d?\d\$[sd](?!\w)|(?<![\w%&=?/.$@#*-])(?<!\d[^\S\n])%[sd](?![\w%'’])"
    r"|\{(?P<index>\d)\}"
)
SIGNS = (
    *("[", "{", "<%", "%%", "%(", "%s", "%d", "$s", "$d", "__MSG_", "*|"),
    *("@Model.", "@Html.", "@ViewBag.", "@ViewData.", "@Url.", "@Resources."),
)
"""One of them is in every piece of template syntax."""
ANCHORS = ("[", "{", "<%", "%", "@", "${", "#{", "*|", "__MSG_")
"""What template syntax starts with."""
MATHS = frozenset("=∈∉⊂⊆∩∪⊕\\^∅≤≥→")
"""Signs on a line that make `{0}` a set."""
INDEXED = 80
"""Code points that a line with `{0}` may have to be a label that waits for a number."""
QUOTED = 50

_patterns = Expressions({"run": RUN, "maths": r"(?:\\[a-zA-Z]{0,30}|[\^_$}])$"})


class Slot(msgspec.Struct, frozen=True):
    """A piece of template syntax, in code points."""

    start: int
    end: int


def slots(document: Document) -> list[Slot]:
    """The pieces of template syntax in the text, in order: a fact."""
    text = document.text
    if document.has_markup or not document.fact(signs).has_any(SIGNS):
        return []
    matches = list(anchored(_patterns["run"], document.fact(signs), ANCHORS))
    if not matches or document.fact(is_about_code):
        return []
    code, markup = document.fact(blocks), document.fact(tags)
    closed = {match["closing"] for match in matches}
    opened = {name: text.find(f"[{name}") for name in closed if name}
    found = [
        Slot(*match.span())
        for match in matches
        if _is_slot(text, match, opened)
        and not is_quoted(text, *match.span())
        and not touches(code, *match.span())
        and not touches(markup, *match.span())
    ]
    joined: list[Slot] = []
    for slot in found:
        start = joined.pop().start if joined and joined[-1].end == slot.start else slot.start
        joined.append(Slot(start, slot.end))
    return joined


def _is_slot(text: str, match: "regex.Match[str]", opened: Mapping[str, int]) -> bool:
    """Whether what looks like template syntax is none of its look-alikes: maths, index, label.

    `opened` holds the names that are closed somewhere, and where each is opened first (-1: nowhere).
    """
    start, end = match.span()
    if match["opening"]:
        return match["opening"] in opened or text[end : end + 4] == "http"
    if match["closing"]:
        return 0 <= opened[match["closing"]] < start
    if match["index"] is not None:
        return _is_label(text, start, end)
    if match.group().startswith("{{"):
        inner = match.group().strip("{} ")
        is_set = "," in inner and all(len(item.strip()) <= 2 for item in inner.split(","))  # noqa: PLR2004
        has_letter = any(c.isalpha() for c in inner)
        after_maths = _patterns["maths"].search(text, max(0, start - 40), start)
        return has_letter and not is_set and not after_maths
    if match.group() in ("%s", "%d"):
        return _is_waiting(text, start, end)
    return True


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether `{0}` stands beside a word on a short line without signs of mathematics."""
    first = text.rfind("\n", max(0, start - INDEXED - 1), start) + 1 or max(0, start - INDEXED - 1)
    last = text.find("\n", end, end + INDEXED + 1)
    line = text[first : last if last >= 0 else end + INDEXED + 1]
    before, after = text[first:start].rstrip()[-1:], text[end : end + 2].strip(" ")[:1]
    beside_word = before.isalpha() or after.isalpha()
    return len(line) <= INDEXED and beside_word and not MATHS & set(line)


def _is_waiting(text: str, start: int, end: int) -> bool:
    """Whether `%s` stands where a word or number of a line of the page should: parted by blanks."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return (not before or before in ' \n\t\u00a0(:“"«') and (
        not after or after in ' \n\t\u00a0.,:!?)”"»'
    )


@rule(
    "MKP005",
    severity=Severity.ERROR,
    each=slots,
    gate=[Phrase(sign, "anywhere") for sign in SIGNS],
    fix=Safety.UNSAFE,
    bad=[
        '⟦[caption id="attachment_12" align="alignnone" width="300"]⟧The bridge at noon.⟦[/caption]⟧',
        "⟦[vc_row][vc_column width=”1/2″]⟧The river rose.⟦[/vc_column]⟧",
        'More photos:\n⟦[gallery ids="1,2,3"]⟧\nThe end.',
        "The film ⟦[youtube https://example.org/v?x=1]⟧ shows it.",
        "Hello ⟦{{ user.name }}⟧, welcome back.",
        "⟦{% if user %}⟧Sign out⟦{% endif %}⟧",
        "By ⟦<%= author %>⟧ in Rome",
        "Good morning, ⟦${firstName}⟧! The news of today.",
        "Connecting to ⟦%s⟧",
        "⟦%d⟧ Bloggern gefällt das",
        "Page ⟦%1$s⟧ of ⟦%2$s⟧",
        "Showing ⟦{0}⟧ of ⟦{1}⟧ results",
        "The answer was ⟦[object Object]⟧ again.",
        '⟦[quote="anna"]⟧I agree.⟦[/quote]⟧',
        "See ⟦[url=https://example.org]⟧this⟦[/url]⟧ and ⟦[b]⟧that⟦[/b]⟧.",
        "Title: ⟦[[*pagetitle]]⟧",
        "⟦__MSG_title__⟧ opened in May.",
        "Dear ⟦*|FNAME|*⟧, the fair opens.",
        "The town ⟦{{citation needed|date=May 2020}}⟧ grew.",
        "Preis: ⟦@Model.Price⟧ Euro",
        "⟦{loadposition ads}⟧\nThe river rose.",
        "It is here: ⟦[img]https://example.org/a.png[/img]⟧ the bridge.",
        "⟦[embed]https://example.org/v?x=1[/embed]⟧\nThe river rose.",
    ],
    good=[
        "The rate rose by 100%s of points? No, by 5 %, not 50 %d'inflation.",
        "The set {{a,b}}, the set {0} and the space {0} ⊂ V are trivial.",
        "He writes [sic], [b] and [i] for the two sounds, [video] for the film.",
        "[VIDEO] The bridge opens. [caption: the bridge]",
        'In Python, "%s" % name fills in a name; Jinja writes {{ name }}.',
        "Write to anna@Model.org or @Html on the network.",
        "The price is $5 {about 4 €}. Set A = {1, 2}.",
        "Enough of that [/rant] for today.",
        "See [[12]] and {{}} there.",
        "Cos x = \\frac{{a}}{{b}} in all cases.",
        "Look at example.org/?q=%s&x=%d for it.",
    ],
    fixed=[
        "The bridge at noon.",
        "The river rose.",
        "More photos:\nThe end.",
        "The film shows it.",
        "Hello, welcome back.",
        "Sign out",
        "By in Rome",
        "Good morning,! The news of today.",
        "Connecting to",
        "Bloggern gefällt das",
        "Page of",
        "Showing of results",
        "The answer was again.",
        "I agree.",
        "See this and that.",
        "Title:",
        "opened in May.",
        "Dear, the fair opens.",
        "The town grew.",
        "Preis: Euro",
        "The river rose.",
        "It is here: the bridge.",
        "The river rose.",
    ],
)
def shortcode_template(document: Document, slot: Slot) -> Iterator[Finding]:
    """Template syntax that was never filled in or carried out: `[caption …]`, `{{title}}`, `%s`.

    Shortcodes of WordPress and of its page builders, BBCode, the braces of Mustache, Jinja, Angular and
    wiki templates, tags of ASP and ERB, format strings, `[object Object]`. A bare word in brackets is an
    editor's unless no one writes it (`[vc_row]`); `[b]` needs its `[/b]`; `%s` must stand alone, `{0}` in
    a short line without signs of mathematics. Texts about programming are left alone, and so are Markdown
    files. The fix takes the syntax out and keeps what shortcodes and BBCode enclose.
    """
    found = document.text[slot.start : slot.end]
    shown = found if len(found) <= QUOTED else found[: QUOTED - 1] + "…"
    edit = delete_span(document.text, slot.start, slot.end)
    yield Finding(slot.start, slot.end, f"Unfilled template syntax “{shown}”", Fix((edit,)))
