"""Compiles the modules that have a `.pxd` beside them, by Cython and the machine's C compiler.

They are plain Python, and run as such where there is no compiler: the same findings, later. A `.pxd` only
names the C types of a module's variables. After a change: `python setup.py build_ext --inplace`.
"""

import os
from pathlib import Path

from Cython.Build import cythonize
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

PACKAGES = {"textlint": "textlint", "rules": "textlint_rules"}
"""Folders, and what their packages are imported as."""
FLAGS = ["-g0"] if os.environ.get("CFLAGS") else ["-O2", "-g0"]
"""What the compiler is told after Python's own flags; how much to optimise only where nobody else says."""
NAMED = Path("build/named")
"""A folder in which the packages have those names: a `.pxd` is looked for by the name of its module."""


class AllOrNone(build_ext):
    """Compiles all modules, or leaves all as they are: some rely on how others were compiled."""

    failed = False

    def build_extension(self, ext: Extension) -> None:
        """Compile a module, and remember a failure, which does not end the installation."""
        try:
            super().build_extension(ext)
        except Exception:
            self.failed = True
            raise

    def run(self) -> None:
        """Compile the modules; where one could not be, take the others away and say so."""
        super().run()
        if self.failed:
            self.warn("not every module could be compiled: textlint will run as plain Python")
            for each in self.extensions:
                built = Path(self.build_lib, self.get_ext_filename(each.name))
                for path in (built, Path(self.get_ext_fullpath(each.name))):
                    path.unlink(missing_ok=True)


def module(types: Path) -> Extension:
    """The module whose C types a `.pxd` names, to be compiled."""
    folder, *inner = types.with_suffix("").parts
    name = ".".join([PACKAGES[folder], *inner])
    return Extension(name, [str(types.with_suffix(".py"))], extra_compile_args=FLAGS)


def modules() -> list[Extension]:
    """All of them, translated to C."""
    NAMED.mkdir(parents=True, exist_ok=True)
    for folder, name in PACKAGES.items():
        (NAMED / name).unlink(missing_ok=True)  # of a checkout that has moved
        (NAMED / name).symlink_to(Path(folder).resolve())
    translated = cythonize(
        [module(types) for folder in PACKAGES for types in sorted(Path(folder).rglob("*.pxd"))],
        nthreads=os.cpu_count() or 1,
        build_dir="build/c",
        include_path=[str(NAMED)],
        language_level=3,
        compiler_directives={"annotation_typing": False},  # types are what a `.pxd` says
    )
    for each in translated:
        each.optional = True  # a failure is told, and the installation goes on
    return list(translated)


setup(
    ext_modules=modules(),
    cmdclass={"build_ext": AllOrNone},
    options={"build_ext": {"parallel": os.cpu_count() or 1}},
)
