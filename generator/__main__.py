"""`python -m generator` is the command `sdkgen`."""

from .cli import main

if __name__ == "__main__":
    main()
