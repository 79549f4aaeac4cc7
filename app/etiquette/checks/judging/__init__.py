"""Judges by weights learned from judged letters: is something specific, is the job wanted, is the tone kind?"""
