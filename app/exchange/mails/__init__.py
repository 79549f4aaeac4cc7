"""Mail read in: .eml, mbox and the files of a Maildir. Nothing is sent, marked or changed."""
