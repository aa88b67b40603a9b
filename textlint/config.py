"""Settings: what pyproject.toml, textlint.toml and the command line say together."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from textlint.cache import xdg
from textlint.document import primary_language
from textlint.finding import Severity
from textlint.packs import nearest
from textlint.toml import read_toml

FILES = ("textlint.toml", "pyproject.toml")
FAIL_ON = ("error", "warning", "info", "never")
SEVERITIES = ("error", "warning", "info")


class ConfigError(ValueError):
    """A configuration that cannot be: the message names the file, the key and the way out."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """What a run does. Field names with hyphens are the keys of a configuration file."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    min_severity: str = "warning"
    fail_on: str = "warning"
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    language: str | None = None
    text_field: str = "text"
    id_field: str = "id"
    packs: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()

    @property
    def threshold(self) -> Severity:
        """The severity under which findings are neither shown, counted nor fixed."""
        return Severity[self.min_severity.upper()]


def load(path: Path | None, given: Mapping[str, Any], *, isolated: bool = False) -> Settings:
    """The settings in force: the configuration file under what the command line gives.

    `path` names the file; without it the nearest one from the working directory up to the root of the
    repository counts, else the user's own. `given` holds the fields that the command line sets.
    ConfigError for a file, key or value that cannot be.
    """
    found: dict[str, Any] = {}
    if file := None if isolated else in_force(path):
        found = _read(file, own=file == _user_file() and file != path)
    return Settings(**{**found, **given})


def in_force(path: Path | None) -> Path | None:
    """The configuration file that counts: `path`, the nearest, or the user's own. ConfigError as `load`."""
    return path or _nearest(Path.cwd()) or _user_file()


def _nearest(folder: Path) -> Path | None:
    for home in (folder, *folder.parents):
        for name in FILES:
            file = home / name
            if file.is_file() and (name != "pyproject.toml" or "textlint" in _tools(file)):
                return file
        if (home / ".git").exists():
            return None
    return None


def _user_file() -> Path | None:
    if sys.platform == "linux":
        folder = xdg("XDG_CONFIG_HOME", ".config") / "textlint"
    else:
        import platformdirs

        folder = platformdirs.user_config_path("textlint", appauthor=False)
    file = folder / "textlint.toml"
    return file if file.is_file() else None


def _toml(file: Path) -> dict[str, Any]:
    try:
        return read_toml(file)
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise ConfigError(f"{file}: no valid TOML: {error}") from error


def _tools(file: Path) -> dict[str, Any]:
    tools = _toml(file).get("tool", {})
    return tools if isinstance(tools, dict) else {}


def _read(file: Path, *, own: bool) -> dict[str, Any]:
    """The fields that a configuration file sets. `own`: it is the user's, who may name plugins."""
    table = _tools(file).get("textlint", {}) if file.name == "pyproject.toml" else _toml(file)
    if not isinstance(table, dict):
        raise ConfigError(f"{file}: tool.textlint: must be a table")
    fields = dict(zip(Settings.__struct_encode_fields__, Settings.__struct_fields__, strict=True))
    for key in table:
        if key not in fields:
            hint = "; here the settings stand without it" if key == "tool" else nearest(key, fields)
            raise ConfigError(f"{file}: unknown key {key!r}{hint}")
    if "plugins" in table and not own:
        raise ConfigError(
            f"{file}: plugins: a project's configuration cannot load code; "
            "install the plugin, or name it with --plugin"
        )
    for key in table:
        try:
            settings = msgspec.convert({key: table[key]}, Settings)
        except msgspec.ValidationError as error:
            raise ConfigError(f"{file}: {key}: {str(error).partition(' - at')[0]}") from error
    for key, choices in (("min-severity", SEVERITIES), ("fail-on", FAIL_ON)):
        if key in table and table[key] not in choices:
            raise ConfigError(f"{file}: {key}: {table[key]!r} is none of {', '.join(choices)}")
    if "language" in table:
        language = primary_language(table["language"])
        if language is None:
            raise ConfigError(
                f"{file}: language: {table['language']!r} is no language code (en, ru, …)"
            )
        table = {**table, "language": language}
    settings = msgspec.convert(table, Settings)
    packs = tuple(str(file.parent / pack) for pack in settings.packs)
    chosen = {fields[key]: getattr(settings, fields[key]) for key in table}
    return chosen | ({"packs": packs} if packs else {})


def show(settings: Settings) -> Iterator[str]:
    """The settings as a configuration file would say them."""
    for key, value in msgspec.to_builtins(settings).items():
        if value is not None:
            yield f"{key} = {msgspec.json.encode(value).decode()}"
