"""The one German pipeline: spacy.blank("de") with our own rule components, never a model, never a silent fallback."""
