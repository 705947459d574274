"""What a share card says."""

from __future__ import annotations

from explainer.frozen import frozen


@frozen
class Card:
    """The texts of a share card, all plain."""

    kicker: str
    """What kind of page it stands for, and the date in words."""
    title: str
    """The largest text: a title, a quotation, a number."""
    story: str
    lead: str = ""
    """What follows the title, smaller."""
    by: str = ""
    """Who says so."""
    number: bool = False
    """Whether the title is a number, set larger."""
    spoken: bool = False
    """Whether the title is a quotation, set lighter."""
    direction: str = "ltr"

    @property
    def texts(self) -> tuple[str, ...]:
        """Return everything that is drawn."""
        return self.kicker, self.title, self.lead, self.by, self.story
