"""The promises under attack: kills, other editors, full disks, merges. `python -m tests.trust --help` for thousands."""
