"""Machine drafts: engines that may be used, what is to do, what the memory gives, and the job itself."""
