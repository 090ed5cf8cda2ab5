"""Pages of evidence: every document of a release with its facts marked in its text, and on pictures of the pages of PDF files.

the release's own SQLite ─▶ rows ─▶ saying: values in German words ─▶ page: one HTML file a document ─▶ evidence/<document>.html
          the archive ─▶ drawing: pictures, boxes (reader process) ─▶┘                                 evidence/images/<document>/

The rows are those that are published: withheld documents have no page, corrections are applied, names are masked. Writing is all
that pages need: no script runs on them, and what a document says is never markup.
"""
