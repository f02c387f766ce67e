"""The public site: the app, its document and callbacks, the addresses beside pages, the server."""
