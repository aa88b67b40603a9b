"""Compiles the modules that have a `.pxd` beside them, by Cython and the machine's C compiler.

They are plain Python, and run as such where there is no compiler: the same findings, later. A `.pxd` only
names the C types of a module's variables. After a change: `python setup.py build_ext --inplace`.
"""

import os
from pathlib import Path

from Cython.Build import cythonize
from setuptools import Extension, setup

PACKAGES = {"textlint": "textlint", "rules": "textlint_rules"}
"""Folders, and what their packages are imported as."""
NAMED = Path("build/named")
"""A folder in which the packages have those names: a `.pxd` is looked for by the name of its module."""


def module(types: Path) -> Extension:
    """The module whose C types a `.pxd` names, to be compiled."""
    folder, *inner = types.with_suffix("").parts
    name = ".".join([PACKAGES[folder], *inner])
    return Extension(name, [str(types.with_suffix(".py"))], extra_compile_args=["-O2", "-g0"])


NAMED.mkdir(parents=True, exist_ok=True)
for folder, name in PACKAGES.items():
    (NAMED / name).unlink(missing_ok=True)  # of a checkout that has moved
    (NAMED / name).symlink_to(Path(folder).resolve())
modules = cythonize(
    [module(types) for folder in PACKAGES for types in sorted(Path(folder).rglob("*.pxd"))],
    nthreads=os.cpu_count() or 1,
    build_dir="build/c",
    include_path=[str(NAMED)],
    language_level=3,
    compiler_directives={"annotation_typing": False},  # types are what a `.pxd` says
)
for each in modules:
    each.optional = True  # a failure is told, and the installation goes on; cythonize() forgets it
setup(ext_modules=modules, options={"build_ext": {"parallel": os.cpu_count() or 1}})
