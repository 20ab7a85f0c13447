"""One member of each family of translate-flow, as small as it can be."""
