"""Prints what a screen reader on Linux is told over AT-SPI, one JSON object per line: what gets the focus, and what is added to a live
region."""
import json

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def print_line(value):
    print(json.dumps(value, ensure_ascii=False), flush=True)


def on_event(event):
    try:
        if event.type.startswith("object:state-changed:focused"):
            if event.detail1:
                print_line({"type": "focus", "role": event.source.get_role_name(), "name": event.source.get_name() or ""})
        elif "container-live" in (event.source.get_attributes() or {}):
            print_line({"type": "said", "text": str(event.any_data)})
    except GLib.Error:
        # The object has gone since.
        pass


listener = Atspi.EventListener.new(on_event)
listener.register("object:state-changed:focused")
listener.register("object:text-changed:insert")
print_line({"type": "ready"})
Atspi.event_main()
