"""What a description says of the API as a whole, and what its package is called."""

from __future__ import annotations

from ..document import Node
from ..ir import About, Package
from .context import Context
from .texts import text


def about_of(root: Node) -> About:
    """Who stands behind the API, and on what terms."""
    name = text(root, "info", "license", "name")
    identifier = text(root, "info", "license", "identifier")
    told = f"{name} ({identifier})" if identifier not in name else name
    return About(
        contact=text(root, "info", "contact", "name"),
        contact_url=text(root, "info", "contact", "url"),
        email=text(root, "info", "contact", "email"),
        terms=text(root, "info", "termsOfService"),
        licence=told if name else identifier,
        licence_url=text(root, "info", "license", "url"),
    )


def package_of(context: Context) -> Package:
    """The package to emit: what the configuration says of it, else what follows from `info`."""
    section, root = context.config.package, context.document.root
    licence = text(root, "info", "license", "identifier") or text(
        root, "info", "license", "name"
    )
    distribution = section.name or context.plain_module.strip("_").replace("_", "-")
    if distribution == "api-sdk" and not context.module.isascii():
        context.warn(
            root.section("info", "title") or root,
            f"nothing of {context.module!r} may stand in a distribution's name, so it is"
            " 'api-sdk'",
            "give it one of its own, as `package: {name: ...}` in sdkgen.yaml",
        )
    return Package(
        distribution=distribution,
        module=context.module,
        version=section.version or "0.1.0",
        licence=section.licence or licence,
        description=section.description or "",
        base_url_variable=section.base_url_variable
        or f"{context.plain_module.upper()}_BASE_URL",
    )
