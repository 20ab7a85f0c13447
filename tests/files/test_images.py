"""Which addresses hold an image themselves, and which lead to a file with one."""

from __future__ import annotations

import pytest

from translate_flow.files.images import image_name, is_data, kind, local_path


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


@pytest.mark.parametrize(
    ("address", "path", "media"),
    [
        ("fotos/r%C3%ADo%20seco.PNG", "fotos/río seco.PNG", "image/png"),
        ("mapa.svg?v=2#norte", "mapa.svg", "image/svg+xml"),
        ("mapa.svg#a?b", "mapa.svg", "image/svg+xml"),
        ("informe.pdf", "informe.pdf", ""),
        ("", "", ""),
    ],
)
def test_an_address_leads_to_a_file_without_what_the_browser_adds(
    address: str, path: str, media: str
) -> None:
    assert (local_path(address), kind(address)) == (path, media)


@pytest.mark.parametrize("scheme", ["data:", "DATA:", "Data:"])
def test_an_image_in_its_own_address_is_called_by_its_bytes_and_a_file_by_its_path(scheme: str) -> None:
    first, other = (
        image_name(f"{scheme}image/png;base64,{held}") for held in ("iVBORw0KGgo=", "iVBORw0KGgp=")
    )
    assert first.startswith("image-") and first.endswith(".png") and len(first) < 30
    assert other != first and other.endswith(".png")
    assert image_name("fotos/r%C3%ADo.png") == "fotos/río.png"
