"""The words and the looks that every room shares: texts, glossary, typography, tokens, findings."""
