"""What every source has in common that reads pages made for people: parse, hold to premises, read labels and days, list.

    bytes ──page──▶ Page ──premises──▶ what must be there is there ──labels, moments──▶ values ──listing──▶ Found

A vendor's module under pipeline.sources says only what is its own: addresses, premises, selectors, labels.
"""
