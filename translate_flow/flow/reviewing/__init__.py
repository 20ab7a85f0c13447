"""What people changed and said: versions beside each other, history, effort, remarks."""
