"""TER and chrF of drafts against the texts people made of them, exactly as sacrebleu gives them.

TER of one segment takes some ten milliseconds. Its counts add up, so each pair is measured once,
whatever it is then grouped by; what was measured can be kept between runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..language.text import digest
from ..messages import Message
from .messages import NEEDS_EFFORT

HINT = NEEDS_EFFORT()
"""How to get the figures that are absent without it."""

Texts = tuple[str, str]
"""A draft and the text a person made of it."""


@dataclass(frozen=True, slots=True)
class Score:
    """A figure exactly as sacrebleu gives it."""

    value: float
    """Percent; TER may pass 100."""
    signature: str
    """sacrebleu's signature: which reading of the metric this is."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What sacrebleu says of the drafts, taken as hypotheses, against the present texts as references."""

    hter: Score
    """TER without case, sacrebleu's default: edits / words of the present text."""
    hter_cased: Score
    """TER with case: counts "red muqui" for "Red Muqui" as an edit."""
    chrf: Score
    """chrF2, character n-grams up to six."""
    edits: int
    """TER's insertions, deletions, substitutions and shifts, without case."""
    reference_words: float
    """TER's number of words in the present texts."""


@dataclass
class Scoring:
    """Measures pairs of texts, each once. Raises ImportError at the first if sacrebleu is missing."""

    known: dict[str, list[float]] = field(default_factory=dict)
    """What was measured before, and what is measured now: digest of the texts → TER counts, or chrF."""
    _metrics: tuple[Any, Any, Any] | None = None

    @property
    def metrics(self) -> tuple[Any, Any, Any]:
        """sacrebleu's TER, TER with case, and chrF."""
        if self._metrics is None:
            from sacrebleu.metrics.chrf import CHRF
            from sacrebleu.metrics.ter import TER

            self._metrics = TER(), TER(case_sensitive=True), CHRF()
            for metric in self._metrics:
                metric.corpus_score(["a"], [["a"]])  # or it has no signature yet
        return self._metrics

    def scores(self, pairs: Sequence[Texts]) -> Scores:
        """The figures of some pairs together: edits and words are summed, then divided."""
        ter, cased, chrf = self.metrics
        counts = [self.ter(pair) for pair in pairs]
        edits, words, cased_edits, cased_words = (sum(column) for column in zip(*counts, strict=True))
        return Scores(
            Score(_rate(edits, words), str(ter.get_signature())),
            Score(_rate(cased_edits, cased_words), str(cased.get_signature())),
            Score(self.chrf(pairs), str(chrf.get_signature())),
            int(edits),
            float(words),
        )

    def ter(self, pair: Texts) -> list[float]:
        """TER's edits and words of the text, without case and with it."""
        key = digest("ter\0{}\0{}".format(*pair))
        if key not in self.known:
            ter, cased, _ = self.metrics
            plain = _measured(ter, pair)
            # If lower case makes no two words the same, it makes no difference.
            words = {*pair[0].split(), *pair[1].split()}
            same = len({w.lower() for w in words}) == len(words)
            self.known[key] = [*plain, *(plain if same else _measured(cased, pair))]
        return self.known[key]

    def chrf(self, pairs: Sequence[Texts]) -> float:
        """chrF2 of some pairs together."""
        key = digest("\0".join(("chrf", *(text for pair in pairs for text in pair))))
        if key not in self.known:
            score = self.metrics[2].corpus_score([a for a, _ in pairs], [[b for _, b in pairs]])
            self.known[key] = [float(score.score)]
        return self.known[key][0]


MOST_WORDS = 500
"""Words of a text that TER compares at once: its time and memory grow with the square of them."""
STRETCH = 150
"""Words of the stretches into which longer texts are cut."""


def _measured(metric: Any, pair: Texts) -> list[float]:
    """TER's edits and words; of long texts, the sum over stretches that belong together."""
    edits, words = 0, 0.0
    for left, right in stretches(*pair):  # one, unless it is long
        score = metric.sentence_score(left, [right])
        edits += int(score.num_edits)
        words += float(score.ref_length)
    return [edits, words]


def stretches(left: str, right: str, longest: int = MOST_WORDS, most: int = STRETCH) -> list[Texts]:
    """Two texts cut into pairs of at most about `most` words a side, within words that both share.

    Texts of up to `longest` words are one pair. Where so many words on end differ, they are cut after as many as fit.
    """
    if max(left.count(" "), right.count(" ")) < longest:
        return [(left, right)]
    from .diff import diff

    found: list[Texts] = []
    ours: list[str] = []
    theirs: list[str] = []

    def cut() -> None:
        for at in range(0, max(len(ours), len(theirs)), most):
            found.append((" ".join(ours[at : at + most]), " ".join(theirs[at : at + most])))
        ours.clear()
        theirs.clear()

    for piece in diff(left, right):
        words = piece.text.split()
        for start in range(0, len(words), most):
            if piece.op == "equal" and max(len(ours), len(theirs)) + len(words[start : start + most]) > most:
                cut()
            if piece.op != "insert":
                ours += words[start : start + most]
            if piece.op != "delete":
                theirs += words[start : start + most]
    cut()
    return found


def _rate(edits: float, words: float) -> float:
    """TER in percent, with sacrebleu's reading of empty texts."""
    return 100 * (edits / words if words > 0 else float(edits > 0))


def scored(pairs: Iterable[Texts], scoring: Scoring | None) -> tuple[Scores | None, Message | None]:
    """The scores, or None and how to get them."""
    every = list(pairs)
    if scoring is None or not every:
        return None, None
    try:
        return scoring.scores(every), None
    except ImportError:
        return None, HINT
