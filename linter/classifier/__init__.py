"""The classifiers: one spaCy pipeline, trained from `corpus/`, read by the engine once a template."""
