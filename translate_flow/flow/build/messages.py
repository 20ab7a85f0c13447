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
