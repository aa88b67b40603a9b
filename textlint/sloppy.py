"""The encodings that the web really uses: ftfy's "sloppy" code pages, with a character for every byte."""

import functools
import sys
from pathlib import Path

PACKAGE, MODULE = "ftfy", "ftfy.bad_codecs"


@functools.cache
def register_codecs() -> None:
    """Make `bytes.decode("sloppy-windows-1252")` and its like possible.

    Only the part of ftfy that holds them is imported: all of it takes 90 ms.
    """
    from importlib.util import find_spec, module_from_spec, spec_from_file_location

    package = find_spec(PACKAGE)
    if MODULE in sys.modules or not package or not package.submodule_search_locations:
        return
    folder = Path(package.submodule_search_locations[0], "bad_codecs")
    spec = spec_from_file_location(MODULE, folder / "__init__.py")
    if spec and spec.loader:
        module = sys.modules[MODULE] = module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except BaseException:
            del sys.modules[MODULE]
            raise
