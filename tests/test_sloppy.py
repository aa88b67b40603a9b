"""The codecs of ftfy come without the rest of it, and do not stand in its way."""

import subprocess
import sys

SCRIPT = """
import sys
from textlint.api import register_codecs
register_codecs()
assert b"\\x93a\\x81".decode("sloppy-windows-1252") == "\\u201ca\\x81"
assert "ftfy" not in sys.modules
import ftfy
assert ftfy.fix_text("sch\\u00c3\\u00b6n") == "sch\\u00f6n"
"""


def test_codecs_are_registered_alone() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)
