"""One panel per work, named like its desk module."""
