"""SVG drawings without comments, metadata, scripts and the traces that drawing programs leave."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_OUT = frozenset({"metadata", "script", "foreignObject", "handler", "listener", "iframe"})
_DATA = re.compile(r"\s*data:image/(?P<kind>\w+)[\w+;=.-]*;base64,(?P<data>[\sA-Za-z0-9+/=]+)")
_CSS_OUT = re.compile(r"/\*.*?\*/|@import[^;]*;?", re.DOTALL)
Clean = Callable[[bytes, str], bytes | None]
"""From a picture and its ending to the picture without metadata."""


def clean_svg(data: bytes, clean: Clean) -> bytes:
    """Return a drawing of SVG's own elements and attributes only; `clean` is for pictures inside it.

    Raise `ValueError` for what is no SVG in UTF-8, and for documents that define entities.
    """
    text = data.decode("utf-8-sig")
    if "<!ENTITY" in text:
        raise ValueError("entities")
    try:
        root = ET.fromstring(text)  # noqa: S314 - entities are refused above, and nothing else is loaded
    except ET.ParseError as error:
        raise ValueError(str(error)) from error
    if root.tag != f"{{{_SVG}}}svg":
        raise ValueError("no SVG")
    _clean_element(root, clean)
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    return bytes(ET.tostring(root, encoding="utf-8"))


def _clean_element(element: ET.Element, clean: Clean) -> None:
    for name in list(element.attrib):
        space, _, local = name.removeprefix("{").rpartition("}")
        value = element.attrib[name]
        ours = space in {"", _XLINK, _XML} and not local.lower().startswith(("on", "data-"))
        if not ours or (local == "href" and not _may_lead(value)):
            del element.attrib[name]
        elif local == "href" and value.lstrip().startswith("data:"):
            element.set(name, _clean_data(value, clean))
    if element.tag == f"{{{_SVG}}}style":
        element.text = _CSS_OUT.sub("", element.text or "")
    for child in list(element):
        space, _, local = str(child.tag).removeprefix("{").rpartition("}")
        if space != _SVG or local in _OUT:
            _remove(element, child)
        else:
            _clean_element(child, clean)


def _may_lead(address: str) -> bool:
    """Tell whether an address is inside the drawing or a picture within it."""
    return address.lstrip().startswith("#") or _DATA.fullmatch(address) is not None


def _clean_data(address: str, clean: Clean) -> str:
    found = _DATA.fullmatch(address)
    if found is None:
        raise ValueError("data that is no picture")
    made = clean(base64.b64decode(found["data"]), f".{found['kind']}")
    if made is None:
        raise ValueError(f"a picture of the kind {found['kind']} inside")
    return f"data:image/{found['kind']};base64,{base64.b64encode(made).decode()}"


def _remove(parent: ET.Element, child: ET.Element) -> None:
    """Take an element out; the text that follows it stays."""
    children = list(parent)
    number = children.index(child)
    if child.tail and number:
        children[number - 1].tail = (children[number - 1].tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)
