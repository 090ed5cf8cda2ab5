"""What extractors stand on: the nouns, the shadow text, its division, and the German of the councils; imports no extractor."""
