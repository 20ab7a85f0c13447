"""Which addresses hold an image themselves."""

from __future__ import annotations

import pytest

from translate_flow.files.images import is_data


@pytest.mark.parametrize(
    ("address", "held"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", True),
        ("DATA:IMAGE/PNG;base64,iVBORw0KGgo=", True),
        ("data:text/html;base64,PGI+", False),
        ("data:image/x-unheard;base64,AAAA", False),
        ("https://example.org/a.png", False),
    ],
)
def test_an_address_holds_an_image_of_a_kind_that_browsers_show(address: str, held: bool) -> None:
    assert is_data(address) is held
