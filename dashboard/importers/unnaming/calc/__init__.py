"""An ODS written anew from what is needed to read it again, and to have it look the same."""
