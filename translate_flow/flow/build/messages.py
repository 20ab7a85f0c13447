"""What is said about building."""

from __future__ import annotations

from ...messages import Table

define = Table("flow.build")

ABOUT_UNREADABLE = define("about-unreadable", "{file}: cannot be read as YAML: {why}; correct it")
CONFIDENTIAL = define(
    "confidential",
    "{name} is confidential ({where}), and what is built of it is made to be passed on; --confidential builds it",
)
IMAGE_MISSING = define(
    "image-missing", "{file}: the image {image} is missing; put it at {path}, or correct the statement"
)
IMAGE_NOT_BESIDE = define(
    "image-not-beside", "built without images that are not beside the page or cannot be read: {images}"
)
TEMPLATE_UNREADABLE = define("template-unreadable", "templates/{file}: {cause}")
STYLE_FILE = define(
    "style-file",
    "templates/{file}, line {line}: {what}: {cause}; put it into templates/, or take the line out",
)
STYLE_ELSEWHERE = define(
    "style-elsewhere",
    "templates/{file}, line {line}: {what}: pages load nothing from a network; put the file into templates/ and name it alone",
)
STYLE_KIND = define(
    "style-kind",
    "templates/{file}, line {line}: {what}: only files of these kinds can be put into a page: {kinds}",
)
STYLE_OUTSIDE = define(
    "style-outside",
    "templates/{file}, line {line}: {what} is outside templates/; put the file there and name it alone",
)
STYLE_LARGE = define(
    "style-large",
    "templates/{file}, line {line}: {what} is larger than {most} MB, and every page would hold it; use a smaller one",
)
