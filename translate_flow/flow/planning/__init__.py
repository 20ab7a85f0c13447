"""Who does what by when: plans in files, what they make of the statements, and what can be sent of it."""
