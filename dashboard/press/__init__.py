"""The documents that take a while: asked, made one after the other by a process beside the service,
kept an hour, given to who asked.

All that is known of them lies in one folder: whichever process dies, the others go on from it.
"""
