"""What each command does: coroutines that ask in dialogs and put verbs to the desk. One module a group."""
