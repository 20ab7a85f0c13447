"""Which marks of a text belong together, and which tags stand alone."""

from __future__ import annotations

import pytest

from translate_flow.markup.pairs import lone_tags, pairs


@pytest.mark.parametrize(
    ("text", "together", "alone"),
    [
        ("La **Red** firma.", ["**|Red|**"], []),
        ("*uno* y _dos_, ***tres***, ~~cuatro~~", ["*|uno|*", "_|dos|_", "***|tres|***", "~~|cuatro|~~"], []),
        ("(*uno*) y «**dos**»", ["*|uno|*", "**|dos|**"], []),
        ("**a *b* c**", ["*|b|*", "**|a *b* c|**"], []),
        ("*a **b* c**", ["*|a **b|*"], []),
        ("~~uno~~ dos~~", ["~~|uno|~~"], []),
        ("uno * dos * tres, a_b_c, 5*3, **x", [], []),
        ("\\*uno* y *dos\\*", [], []),
        ("[uno **dos**](https://ejemplo.org)", ["[|uno **dos**|](https://ejemplo.org)", "**|dos|**"], []),
        ("**uno [dos** tres](https://ejemplo.org)", ["[|dos** tres|](https://ejemplo.org)"], []),
        ("![foto](a.png) [x][ref], [^1] y [sic]", ["![|foto|](a.png)", "[|x|][ref]"], []),
        ("<b>Red <i>dos</i></b>", ["<i>|dos|</i>", "<b>|Red <i>dos</i>|</b>"], []),
        ("<b><b>uno</b></b>", ["<b>|uno|</b>", "<b>|<b>uno</b>|</b>"], []),
        ("<B>Red</b>", ["<B>|Red|</b>"], []),
        ("<b>Uno <i>dos</b> tres</i>", ["<b>|Uno <i>dos|</b>"], ["<i>", "</i>"]),
        ("<b>uno <i>dos</b>", ["<b>|uno <i>dos|</b>"], ["<i>"]),
        ("<br>uno<br/> <x1/>dos<a2>tres</a2>", ["<a2>|tres|</a2>"], ["<br>", "<br/>", "<x1/>"]),
        ("uno</b> <b>dos", [], ["</b>", "<b>"]),
        ("uno ** dos** tres", [], []),
        ("uno **dos ** tres", [], []),
        ("«**«uno»**»", ["**|«uno»|**"], []),
        ("a**«uno»** b", [], []),
        ("*uno* dos* tres *cuatro*", ["*|uno|*", "*|cuatro|*"], []),
        ("un <registro>", [], ["<registro>"]),
        ("3 < 5 > 2 y <público>", [], []),
    ],
)
def test_pairs_and_lone_tags(text: str, together: list[str], alone: list[str]) -> None:
    found = [
        f"{text[p.start : p.inner]}|{text[p.inner : p.outer]}|{text[p.outer : p.end]}" for p in pairs(text)
    ]
    assert found == together
    assert [text[start:end] for start, end in lone_tags(text)] == alone
