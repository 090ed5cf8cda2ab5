"""German of the councils: numbers, money, dates, names. Pure functions on strings; no spaCy, no minutes."""
