"""Where statements come from, and how they get into a workspace, the first time or again."""
