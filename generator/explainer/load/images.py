"""Image files: each must lie in the content folder, and be publishable without metadata."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from explainer.model.story import Key, Story
from explainer.near import did_you_mean
from explainer.pictures import PICTURES, Unreadable, clean
from explainer.problems import Problem, Where


def telling_images(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each picture that cannot be published without what is stored in it."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.suffix.lower() not in PICTURES or not path.is_file() or any(p[0] == "." for p in name.parts):
            continue
        where = Where(name.as_posix(), 1, 1)
        try:
            if clean(path.read_bytes(), path.suffix) is None:
                message = (
                    f"metadata, such as where it was taken, cannot be taken out of {path.suffix} pictures"
                )
                hint = "save it as JPEG, PNG or WebP; Explainer publishes these without metadata"
                yield Problem(where, "metadata", message, hint, "warning")
        except Unreadable:
            message = "this picture is damaged or no picture, so what is stored in it cannot be taken out"
            yield Problem(where, "metadata", message, "open it in a picture editor and save it again")


def missing_images(story: Story, folder: Path) -> Iterator[Problem]:
    """Yield a problem for each image whose file is not there or not inside the content folder."""
    root = folder.resolve()
    for image in story.images.values():
        where = story.origins[Key("images", image.id)].step("file")
        path = (folder / image.file).resolve()
        if not path.is_relative_to(root) or "\\" in image.file:
            yield _outside(image.file, where)
        elif not path.is_file():
            near = [
                file.relative_to(folder).as_posix()
                for file in folder.rglob("*")
                if file.suffix.lower() in PICTURES
            ]
            hint = (
                did_you_mean(image.file, near) or "paths begin at the content folder, such as images/map.png"
            )
            yield Problem(where, "no-such-file", f'there is no file "{image.file}"', hint)


def _outside(file: str, where: Where) -> Problem:
    hint = "copy the file into the content folder's images folder, and write images/NAME"
    return Problem(where, "outside", f'"{file}" leaves the content folder', hint)
