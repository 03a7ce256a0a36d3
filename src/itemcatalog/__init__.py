"""itemcatalog: audits catalogues of government service items."""
