"""``python -m itemcatalog``: the command line, where no script stands on the path."""

import sys

from itemcatalog.cli import main

if __name__ == "__main__":
    sys.exit(main())
