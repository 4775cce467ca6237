"""Prints the accessibility tree of the web page on the desktop as JSON, as AT-SPI gives it to a screen reader; null without a page."""
import json

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


def children_of(node):
    children = (node.get_child_at_index(index) for index in range(node.get_child_count()))
    return (child for child in children if child)


def text_of(node):
    text = node.get_text_iface()
    # An object stands in the text of its parent as one character of its own.
    return Atspi.Text.get_text(text, 0, -1).replace("\ufffc", "").strip() if text else ""


def tree_of(node):
    return {
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "text": text_of(node),
        "level": (node.get_attributes() or {}).get("level", ""),
        "children": [tree_of(child) for child in children_of(node)],
    }


def find_page(node):
    if node.get_role_name() == "document web" and node.get_name():
        return node
    return next((page for page in map(find_page, children_of(node)) if page), None)


page = find_page(Atspi.get_desktop(0))
print(json.dumps(page and tree_of(page), ensure_ascii=False))
