"""Hooks: the user's own programs, which hear of each verb once it is stored. They hold nothing up and stop nothing."""
