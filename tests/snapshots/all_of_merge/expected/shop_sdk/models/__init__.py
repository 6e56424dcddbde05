"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_novel_request import AddNovelRequest as AddNovelRequest
    from .alias import Alias as Alias
    from .author import Author as Author
    from .book import Book as Book
    from .novel import Novel as Novel, NovelTranslator as NovelTranslator
    from .thing import Thing as Thing
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_novel_request: AddNovelRequest
alias: Alias
author: Author
book: Book
novel: Novel NovelTranslator
thing: Thing
""",
    )
