"""The MkDocs adapter: the only part that knows MkDocs, and nothing but an adapter."""

from explainer.load.haste import uncollected

with uncollected():  # thousands of functions and models come into being, and none goes
    from explainer.plugin.adapter import ExplainerPlugin

__all__ = ["ExplainerPlugin"]
