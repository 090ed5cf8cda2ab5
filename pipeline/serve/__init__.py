"""The place to query: Datasette over the newest release, with German words, searches with names, and links to the marked sentence.

Datasette and its plugins do the work. What is here says what they show (metadata, queries, words), makes links of the two columns that
lead to a row's sentence, and hands the search what somebody typed (plugins/links.py).
"""
