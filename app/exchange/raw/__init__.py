"""The bytes of a file before anybody knows what they hold: decoding, and what is packed or no text at all."""
