"""The one door through which the bytes of a file that nobody vouches for come in.

Everything here is bounded before it is read, by counts first and by a process of its own last. No
other module of the importers opens a file, an archive, a workbook or a layer.
"""
