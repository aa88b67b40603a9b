"""The door for rules: the pluggy hook, and loading plugins one by one so that a broken one costs itself.

Built-in categories come through the same entry-point group as third-party plugins.
"""

import importlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
import pluggy

from textlint import cache
from textlint.deferred import kept_rules
from textlint.packs import PackError, read_pack
from textlint.rule import Rule, RuleError

GROUP = "textlint"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


class PluginError(Exception):
    """Plugins that cannot work together, or one that was named and cannot be loaded."""


class Broken(NamedTuple):
    """A plugin that was skipped, and why."""

    plugin: str
    reason: str


class Catalogue(msgspec.Struct, frozen=True):
    """Every installed rule by its code, the plugin that each code and name came from, what failed."""

    rules: dict[str, Rule]
    origins: dict[str, str]
    broken: list[Broken]

    def without(self, plugin: str, reason: str) -> "Catalogue":
        """The same without a plugin's rules, for a reason."""
        left = {code: rule for code, rule in self.rules.items() if self.origins[code] != plugin}
        return Catalogue(left, self.origins, [*self.broken, Broken(plugin, reason)])


class Specification:
    """What a plugin may implement."""

    @hookspec
    def textlint_rules(self) -> Iterable[Rule]:
        """Hand over the plugin's rules. Called once a run, never once a document."""
        raise NotImplementedError


def load(modules: Iterable[str] = (), packs: Iterable[Path] = ()) -> Catalogue:
    """Load the installed plugins, then `modules` (by import name), then the TOML `packs`.

    An installed plugin that fails is listed in `broken` and skipped. PluginError where a module
    given by name fails or where two plugins claim one code; PackError for a malformed pack.
    """
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Specification)
    broken: list[Broken] = []
    for point in _entry_points():
        try:
            manager.register(point.load(), point.name)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the others go on
            broken.append(Broken(point.name, _describe(error)))
    for module in modules:
        try:
            manager.register(importlib.import_module(module), f"--plugin {module}")
        except (Exception, SystemExit) as error:
            raise PluginError(f"plugin {module}: {_describe(error)}") from error
    rules: dict[str, Rule] = {}
    origins: dict[str, str] = {}
    for name, plugin in manager.list_name_plugin():
        if plugin is not None and not manager.get_hookcallers(plugin):
            broken.append(Broken(name, "implements no hook of textlint"))
    for implementation in manager.hook.textlint_rules.get_hookimpls():
        name = implementation.plugin_name
        try:
            handed_over = list(cast("Iterable[Rule]", implementation.function()))
            if odd := next((rule for rule in handed_over if not isinstance(rule, Rule)), None):
                raise RuleError(f"handed over {odd!r}, which is no Rule")  # noqa: TRY301
        except (Exception, SystemExit) as error:  # noqa: BLE001
            broken.append(Broken(name, _describe(error)))
            continue
        _add(rules, origins, name, handed_over)
    read = [(str(path), read_pack(path)) for path in packs]
    for name, pack in read:
        _add(rules, origins, name, pack.rules)
    for extension in (extension for _, pack in read for extension in pack.extensions):
        rules[extension.code] = extension.extend(rules)
    return Catalogue(dict(sorted(rules.items())), origins, broken)


def installed() -> frozenset[str]:
    """The names of the plugins that are installed, as Catalogue.origins has them."""
    return frozenset(point.name for point in _entry_points())


def rules_in(package: str) -> Iterator[Rule]:
    """Every rule of a package: the Rule values in its modules, and its TOML packs, in order of names.

    Call it as `rules_in(__name__)` from a plugin package's `__init__.py`: a new file beside it is a
    new rule. Sub-folders are not searched: they hold data. What the rules say is kept until a file of
    the package changes, a module is then imported when one of its rules has something to judge.
    RuleError, PackError as they come.
    """
    folders = [Path(folder) for folder in importlib.import_module(package).__path__]
    places = (
        str(file) if file.suffix == ".toml" else f"{package}.{file.stem}"
        for folder in folders
        for file in sorted(folder.iterdir())
        if file.suffix == ".toml" or (file.suffix == ".py" and not file.name.startswith("_"))
    )
    return kept_rules(package, folders, places)  # which asks for the places if it must


def _add(
    rules: dict[str, Rule], origins: dict[str, str], plugin: str, handed_over: Iterable[Rule]
) -> None:
    for rule in handed_over:
        for word in (rule.code, rule.name, *rule.aliases):
            if word in origins:
                raise PluginError(f"rule {word} is claimed by {origins[word]} and by {plugin}")
            origins[word] = plugin
        rules[rule.code] = rule


class _Point(msgspec.Struct, frozen=True):
    """An installed plugin: `distribution:name`, and what it is: `module` or `module:object`."""

    name: str
    value: str

    def load(self) -> object:
        """Import it. Whatever the import raises."""
        module, _, attributes = self.value.partition(":")
        plugin: object = importlib.import_module(module.strip())
        for attribute in attributes.partition("[")[0].split("."):
            plugin = getattr(plugin, attribute.strip()) if attribute.strip() else plugin
        return plugin


def _entry_points() -> list[_Point]:
    """The installed plugins, sorted. importlib.metadata costs 50 ms: its answer is kept.

    What is kept counts until something is installed or removed, which changes a folder of the search
    path. Its first entry, the working directory under `python -m`, is left out: what is linted may lie
    there.
    """
    paths = sys.path if sys.flags.safe_path else sys.path[1:]
    folders = [(path, _changed(path)) for path in paths]
    key = cache.digest(msgspec.json.encode(folders))
    if (kept := cache.read("plugins", key)) is not None:
        return msgspec.json.decode(kept, type=list[_Point])
    from importlib.metadata import distributions

    points = {
        _Point(f"{distribution.name}:{point.name}", point.value)
        for distribution in distributions(path=paths)
        for point in distribution.entry_points.select(group=GROUP)
    }
    found = sorted(points, key=lambda point: point.name)
    cache.write("plugins", key, msgspec.json.encode(found))
    return found


def _changed(path: str) -> int:
    try:
        return os.stat(path or ".").st_mtime_ns  # noqa: PTH116 - a Path for each takes as long again
    except OSError:
        return 0


def _describe(error: BaseException) -> str:
    reason = str(error).partition("\n")[0]
    return (
        reason if isinstance(error, PackError | RuleError) else f"{type(error).__name__}: {reason}"
    )
