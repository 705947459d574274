"""Image files: each must lie in the content folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from explainer.model.story import Key, Story
from explainer.near import did_you_mean
from explainer.problems import Problem, Where

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


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
                file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.suffix in _PICTURES
            ]
            hint = (
                did_you_mean(image.file, near) or "paths begin at the content folder, such as images/map.png"
            )
            yield Problem(where, "no-such-file", f'there is no file "{image.file}"', hint)


def _outside(file: str, where: Where) -> Problem:
    hint = "copy the file into the content folder's images folder, and write images/NAME"
    return Problem(where, "outside", f'"{file}" leaves the content folder', hint)
