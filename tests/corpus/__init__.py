"""Every description of the corpus, generated, type-checked and called."""
