"""The steps from one layout of the seat's file to the next; each stands by itself."""
