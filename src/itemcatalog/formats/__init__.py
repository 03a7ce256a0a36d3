"""One module per data format; turns bytes into items and back."""
