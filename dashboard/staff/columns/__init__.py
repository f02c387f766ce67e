"""The columns of files that nothing recognises: what staff say of them, and its memory."""
