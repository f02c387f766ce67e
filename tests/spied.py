"""What a function is asked, for tests that count its work or look at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


def spied(real: Callable[Asked, Given], asked: list[tuple[object, ...]]) -> Callable[Asked, Given]:
    """That function, which puts what it is asked by place at the end of ``asked``, then answers as
    it does."""

    def seen(*args: Asked.args, **named: Asked.kwargs) -> Given:
        asked.append(args)
        return real(*args, **named)

    return seen
