"""What things are: frozen, plain, known to every floor; knows none of them."""
