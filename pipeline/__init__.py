"""Moves documents: finds, fetches, archives, reads them and writes tables. Knows websites and files, no German grammar."""
