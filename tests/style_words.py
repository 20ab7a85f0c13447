"""English words that no Spanish sentence of the program has."""

ENGLISH = frozenset(
    "the of and with from what that this which only each whole about after before every for into it its "
    "not or to was were will would you your statement language file default usage options".split()
)
