"""Moves documents: finds, fetches, archives, reads them and writes tables. Knows websites and files, no German grammar."""

import os

# Nothing here multiplies matrices. The threads that numpy would start for it look for work for a tenth of a second at each start, on
# the core where a document could be read; and a process with threads should not be forked.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
