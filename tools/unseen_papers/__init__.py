"""Words and templates of tools/typeset-unseen-papers."""
