"""
What editors write instead of EDTF: a table of patterns, what is wrong with them and what was probably meant.

The first rule that matches the whole text wins. A guess is a template: `{a}` and `{b}` stand for parts that
are dates themselves and are put right in turn, `{year}`, `{month}`, `{day}`, `{season}`, `{bc}` and
`{century}` for their figures, `{bare}` for a part without its marks, `{whole}` for the text in capitals.
"""

from __future__ import annotations

from typing import NamedTuple

from explainer.model.edtf_point import MONTHS


class Guess(NamedTuple):
    """EDTF that may have been meant, and in which case where there are several."""

    edtf: str
    when: str = ""


class Rule(NamedTuple):
    """A confusion: how it looks, what is wrong, what may be meant, and advice for when no guess is a date."""

    pattern: str
    message: str
    guesses: tuple[Guess, ...] = ()
    advice: str = "write a day as 2016-05-01, a month as 2016-05, a year as 2016"


_NAME = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|Sept)\.?"
_NAMED = rf"(?P<month>{_NAME})"
_MONTH = "(?P<month>[0-9]{1,2})"
_YEAR = "(?P<year>[0-9]{4})"
_DAY = "(?P<day>[0-9]{1,2})"
_TH = "(?:st|nd|rd|th)?"
_DASH = "[/. –-]"
_MARK = "(?P<mark>[?~%]?)"
_TIME = "(?P<hour>[0-9]{1,2})[:.h](?P<minute>[0-9]{2})(?P<raw>.*)"
_STAMP = "(?P<a>[0-9-]{10}T[0-9:]{5,8})"
_A, _B = "(?P<a>[^/]+?)", "(?P<b>[^/]+)"

_FIGURES = "dates are written in figures, the year first"
_RANGES = "a range is written with one slash, or in brackets with two dots"
_DOTS = "two dots need a slash or brackets"
_FOUR = "a year has four figures"
_X = "write 201X, 20XX, 2016-XX or 2016-05-XX"
_PAIRS = '"[a,b]" means one of these days, "{a,b}" all of them, "[a..b]" once in between, "a/b" from a to b'
_CLOCK = "write 2016-05-01T14:05, with Z or +03:00 behind it if the zone matters"
_WORDS = 'write the date you take it to be, such as 2016-05-01, and the words of the source in "says"'

_YMD = (Guess("{year}-{month}-{day}"),)
_YM = (Guess("{year}-{month}"),)
_LASTED = Guess("{a}/{b}", "it lasted from the one to the other")
_BETWEEN = Guess("[{a}..{b}]", "it happened once in between")
_ALL = Guess("{{{a},{b}}}", "it was on all of them")
_ONE = Guess("[{a},{b}]", "it was on one of them")
_MARKS = {"?": "uncertain", "~": "approximate", "%": "both"}

# fmt: off
RULES = (
    Rule(r"unknown|none|null|n/?a|tb[acd]|undated|no date|[][{}?x~%/., -]+", "there is no date in it",
         advice="leave the date out"),
    # brackets
    Rule(r"\[(?P<a>[^\]}]+)/(?P<b>[^\]}]+)\]", "a slash has no place in brackets", (_BETWEEN, _LASTED)),
    Rule(rf"\[{_A}(?: or |, ?){_B}\]", "one of the dates cannot be read", (Guess("[{a},{b}]"),), _PAIRS),
    Rule(rf"{{{_A}(?: and |, ?){_B}}}", "one of the dates cannot be read", (Guess("{{{a},{b}}}"),), _PAIRS),
    Rule(r"\[.*\]|{.*}", "one of the dates cannot be read", advice=_PAIRS),
    Rule(r"\[(?P<raw>[^\]}]*)}?", 'the bracket "[" is not closed by "]"', (Guess("[{raw}]"),), _PAIRS),
    Rule(r"{(?P<raw>[^\]}]*)\]?", 'the bracket "{" is not closed by "}"', (Guess("{{{raw}}}"),), _PAIRS),
    Rule(r"(?P<raw>[^\[{]+)\]", 'the bracket "]" was never opened', (Guess("[{raw}]"),), _PAIRS),
    Rule(r"(?P<raw>[^\[{]+)}", 'the bracket "}" was never opened', (Guess("{{{raw}}}"),), _PAIRS),
    Rule(r"\((?P<a>.+)\)", "round brackets have no meaning here", (Guess("{a}"),)),
    # orders and separators
    Rule(_DAY + _DASH + _MONTH + _DASH + _YEAR, "the year comes first, with dashes",
         (Guess("{year}-{month}-{day}", "the day came first"),
          Guess("{year}-{day}-{month}", "the month came first"))),
    Rule(_YEAR + _DASH + _MONTH + _DASH + _DAY + _MARK, "days and months have two figures, with dashes",
         (Guess("{year}-{month}-{day}{mark}"),)),
    Rule(_YEAR + _DASH + _MONTH + _MARK, "a month has two figures, after a dash",
         (Guess("{year}-{month}{mark}"),)),
    Rule(_MONTH + _DASH + _YEAR, "the year comes first, with a dash", _YM),
    Rule(_YEAR + "(?P<month>[0-9]{2})(?P<day>[0-9]{2})", "the dashes are missing", _YMD),
    Rule("[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}", "the year has four figures and comes first"),
    Rule("[0-9]{4}-?W.*|[0-9]{4}-[0-9]{3}", "weeks and days counted through the year are not used here"),
    # times of day
    Rule(_STAMP + " ?(?P<sign>[+-])(?P<hour>[0-9]{1,2}):?(?P<minute>[0-9]{2})?",
         "a time zone is written as hours and minutes", (Guess("{a}{sign}{hour}:{minute}"),)),
    Rule(_STAMP + " ?(?:z|utc|gmt)", 'UTC is written "Z"', (Guess("{a}Z"),)),
    Rule("(?P<a>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:t| +)" + _TIME, 'a clock time follows "T" as hours and minutes',
         (Guess("{a}T{hour}:{minute}{raw}"),), _CLOCK),
    Rule("[0-9-]{10}T.*", "this is not a time of day we can read", advice=_CLOCK),
    # level 2 of EDTF and its older drafts
    Rule("(?P<raw>Y?-?[0-9]+)S[0-9]+", "significant digits (S) are not used here", (Guess("{raw}~"),)),
    Rule("Y?-?[0-9]+E[0-9]+(?:S[0-9]+)?", "exponents (E) are not used here",
         advice="write the year out, as in Y-12000"),
    Rule(r"(?P<a>.*[0-9X])(?:\?~|~\?)", '"?" and "~" together are written "%"', (Guess("{a}%"),)),
    Rule("(?=.*[?~%])(?P<bare>[0-9X?~%-]{4,14})", "a mark goes to the end and is for the whole date",
         tuple(Guess("{bare}" + mark, f"it is {meaning}") for mark, meaning in _MARKS.items())),
    Rule("(?-i:(?=.*[xu]))[0-9-]+[xu-]+[?~%]?", 'what is not known is written with a capital "X"',
         (Guess("{whole}"),), _X),
    Rule("(?=.*X)[0-9X-]{4,11}[?~%]?", '"X" is for whole months and days or for the end of a year alone',
         advice=_X),
    # words
    Rule(_DAY + _TH + "(?: of)? " + _NAMED + ",? " + _YEAR, _FIGURES, _YMD),
    Rule(_NAMED + " " + _DAY + _TH + ",? " + _YEAR, _FIGURES, _YMD),
    Rule(_YEAR + "[ -]" + _NAMED + "[ -]" + _DAY, _FIGURES, _YMD),
    Rule(_NAMED + ",? " + _YEAR, _FIGURES, _YM),
    Rule(_YEAR + "[ -]" + _NAMED, _FIGURES, _YM),
    Rule(f"(?:[0-9]+{_TH}(?: of)? )?{_NAME}|{_NAME} [0-9]+{_TH}|[0-9]{{1,2}}[/.][0-9]{{1,2}}",
         "the year is missing", advice="write a day as 2016-05-01, a month as 2016-05"),
    Rule("(?P<season>spring|summer|autumn|fall|winter)(?: of)?,? " + _YEAR,
         "seasons have numbers, 21 to 24", (Guess("{year}-{season}"),)),
    Rule("(?:the )?(?P<raw>[0-9]{3})0['’]?s", "a decade is written with an X", (Guess("{raw}X"),)),
    Rule("(?:the )?(?P<century>[0-9]{1,2})(?:st|nd|rd|th) century", "a century is written with two X",
         (Guess("{century}XX"),)),
    Rule(r"(?P<bc>[0-9]{1,4}) ?b\.? ?c\.?(?: ?e\.?)?",
         "years before 1 are negative, and 1 BCE is the year 0000", (Guess("{bc}"),)),
    Rule("(?:ad )?(?P<year>[0-9]{1,4})(?: ?ad| ?ce)?", _FOUR, (Guess("{year}"),)),
    Rule("(?P<year>-[0-9]{1,3})", _FOUR, (Guess("{year}"),)),
    Rule("Y(?P<year>-?[0-9]{1,4})", "Y is for years of five figures and more", (Guess("{year}"),)),
    Rule("Y?(?P<raw>-?[0-9]{5,12})", "years of more than four figures begin with Y", (Guess("Y{raw}"),)),
    Rule(r"(?:about|around|approximately|approx\.?|circa|ca?\.?|~) ?(?P<a>[^ ].*)",
         '"about" is written "~" at the end', (Guess("{a}~"),)),
    Rule("(?:perhaps|maybe|possibly|probably) (?P<a>.+)", 'doubt is written "?" at the end',
         (Guess("{a}?"),)),
    Rule("(?:on |last |next |this )*(?:today|yesterday|tomorrow|week|month|year|night|[a-z]{3,6}day)(?: .*)?",
         "this is not a date by itself", advice=_WORDS),
    # ranges
    Rule("(?:on or )?(?:before|by) (?P<a>.+)", _RANGES, (Guess("[..{a}]"),)),
    Rule("(?:until|till|up to) (?P<a>.+)", _RANGES, (Guess("/{a}"),)),
    Rule("since (?P<a>.+)", _RANGES, (Guess("{a}/.."),)),
    Rule("(?:on or )?after (?P<a>.+)", _RANGES, (Guess("[{a}..]"),)),
    Rule("between (?P<a>.+?) and (?P<b>.+)", _RANGES, (_BETWEEN, _LASTED)),
    Rule(r"(?P<a>.+?) ?(?:/ ?|- |to |until )(?:now|today|present|ongoing|open|\.\.\.+)",
         "an open end is written with two dots", (Guess("{a}/.."),)),
    Rule(r"(?:unknown|\?)/(?P<a>.+)", "an unknown start is left empty", (Guess("/{a}"),)),
    Rule(r"(?P<a>.+)/(?:unknown|\?)", "an unknown end is left empty", (Guess("{a}/"),)),
    Rule(_A + r" ?(?:\.\.+|…) ?" + _B, "two dots need brackets around them", (_BETWEEN, _LASTED)),
    Rule(_A + r"\.\.+", _DOTS,
         (Guess("{a}/..", "it is still going on"), Guess("[{a}..]", "it happened once since then"))),
    Rule(r"\.\.+" + _B, _DOTS,
         (Guess("/{b}", "it lasted until then"), Guess("[..{b}]", "it happened once by then"))),
    Rule("(?:from )?" + _A + "(?: - | ?[–—] ?| to | until )" + _B, _RANGES, (_LASTED, _BETWEEN)),
    Rule(_A + " or " + _B, "a choice is written in square brackets", (Guess("[{a},{b}]"),)),
    Rule(_A + "(?: and |, ?| ?& ?)" + _B, "several dates are written in brackets", (_ALL, _ONE)),
    Rule("(?:in|on|at|the|from) (?P<a>.+)", "only the date itself is written here", (Guess("{a}"),)),
    Rule("(?P<a>[^/]*?)(?: +/ *|/ +)(?P<b>[^/]*)", "there are spaces around the slash", (Guess("{a}/{b}"),)),
    Rule("(?P<a>(?P<raw>[0-9]{4}-[0-9]{2})-[0-9]{2})/(?P<rest>[0-9]{2})", "the second date is cut short",
         (Guess("{a}/{raw}-{rest}"),)),
    Rule("(?P<a>(?P<raw>[0-9]{4})-[0-9]{2}-[0-9]{2})/(?P<rest>[0-9]{2}-[0-9]{2})",
         "the second date is cut short", (Guess("{a}/{raw}-{rest}"),)),
    Rule(_A + "/" + _B, "one end of the range is not a date we can read", (Guess("{a}/{b}"),)),
    Rule(".*/.*/.*", _RANGES, advice=_PAIRS),
)
# fmt: on
