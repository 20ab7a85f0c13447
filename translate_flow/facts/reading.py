"""One reading of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..glossary import Glossary
from ..language import sentences
from ..language.negation import Negations, denials, negations_of
from ..language.numbers import Figure, figures
from ..language.quotations import quotations
from ..language.words import Span, TextWords, folded, once
from ..markup.plain import Plain, plain
from ..model import Match
from ..names.capitals import Capitals
from ..names.found import Known, shown_by, with_known
from ..names.name import Name
from ..names.near import capitalised


@dataclass(frozen=True)
class Reading:
    """What a text holds. Each property is worked out when first asked for, and then kept.

    Places are places in `text`, with its marks, unless a property says otherwise.
    """

    text: str
    """The text as it stands in the segment, inline marks included."""
    language: str
    """Primary subtag, such as `es`."""

    @once
    def plain(self) -> Plain:
        """The text as a reader sees it, without marks; `plain.span` leads back."""
        return plain(self.text)

    @once
    def cut(self) -> TextWords:
        """The text cut into words, for all who look for some."""
        return TextWords(self.text)

    @once
    def seen(self) -> TextWords:
        """The same of the plain text."""
        plain = self.plain.text
        return self.cut if plain == self.text else TextWords(plain)

    @once
    def words(self) -> Sequence[str]:
        """The words of the plain text, as written, in order; those that an apostrophe joins as one."""
        return self.seen.joined

    @once
    def folded(self) -> tuple[str, ...]:
        """The same without case and accents."""
        return tuple(map(folded, self.words))

    @once
    def vocabulary(self) -> frozenset[str]:
        """The folded words, each once."""
        words = self.words
        return self.parts if words is self.seen.written else frozenset(map(folded, set(words)))

    @once
    def parts(self) -> frozenset[str]:
        """The folded words, cut at apostrophes."""
        return self.seen.folded

    @once
    def sentences(self) -> tuple[Span, ...]:
        """Where each sentence of the plain text is in it."""
        return tuple(sentences.spans(self.plain.text, self.language))

    @once
    def starts(self) -> list[int]:
        """Where each sentence begins in the text with its marks."""
        return [self.plain.span(*span)[0] for span in self.sentences]

    @once
    def pieces(self) -> tuple[Span, ...]:
        """Where each sentence is in the text with its marks: where it may be cut, and joined again."""
        return (
            self.sentences
            if self.plain.text == self.text
            else tuple(sentences.spans(self.text, self.language))
        )

    @once
    def quotations(self) -> tuple[Span, ...]:
        """Where each stretch in quotation marks is in the plain text, without the marks."""
        return tuple(quotations(self.plain.text))

    @once
    def figures(self) -> tuple[Figure, ...]:
        """Numbers, months and times, in figures and in words."""
        return tuple(figures(self.text, self.language, self.cut))

    @once
    def negations(self) -> Negations:
        """What denies in the plain text, with places in it."""
        return negations_of(self.seen, self.language)

    @once
    def denials(self) -> list[int]:
        """Where its words that deny by themselves begin: a stretch without one denies nothing."""
        return denials(self.seen, self.language)

    @once
    def capitalised(self) -> tuple[tuple[str, Span], ...]:
        """Words of five letters or more that begin with a capital."""
        return tuple(capitalised(self.cut))

    @once
    def capitals(self) -> Capitals:
        """The capitalised words of a Spanish text, with what names are recognised by."""
        return Capitals(self.text, self.cut)

    @once
    def names(self) -> tuple[Name, ...]:
        """Names that show themselves, listed in a glossary or not; none in languages other than Spanish."""
        return shown_by(self.capitals) if self.language == "es" else ()

    def names_of(self, known: Known) -> tuple[Name, ...]:
        """The same, with the names of its statement that stand in it whole or in a short form."""
        if self.language != "es" or not known:
            return self.names
        return with_known(self.capitals, self.names, known)

    def terms(self, glossary: Glossary) -> Sequence[Match]:
        """Terms of the glossary; where two overlap the longer one."""
        return glossary.find(self.text) if glossary.terms else ()
