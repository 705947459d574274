"""The MkDocs adapter: the only part that knows MkDocs, and nothing but an adapter."""

from explainer.plugin.adapter import ExplainerPlugin

__all__ = ["ExplainerPlugin"]
