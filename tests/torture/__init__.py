"""The promises, tried hard: killed, starved, damaged, raced. Short in the suite, long by `make torture`."""
