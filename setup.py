"""Compiles the modules that have a `.pxd` beside them, by Cython and the machine's C compiler.

They are plain Python, and run as such where there is no compiler: the same findings, later. A `.pxd` only
names the C types of a module's variables. After a change: `python setup.py build_ext --inplace`.
"""

from pathlib import Path

from Cython.Build import cythonize
from setuptools import Extension, setup

PACKAGES = {"textlint": "textlint", "rules": "textlint_rules"}
"""Folders, and what their packages are imported as."""


def extension(types: Path) -> Extension:
    """The compiled form of the module whose C types a `.pxd` names."""
    folder, *inner = types.with_suffix("").parts
    return Extension(
        ".".join([PACKAGES[folder], *inner]),
        [str(types.with_suffix(".py"))],
        extra_compile_args=["-O2", "-g0"],
        optional=True,
    )


setup(
    ext_modules=cythonize(
        [extension(types) for folder in PACKAGES for types in sorted(Path(folder).rglob("*.pxd"))],
        build_dir="build/c",
        language_level=3,
    )
)
