"""Messages out of the house: mail servers and gateways."""
