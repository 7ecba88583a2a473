"""What only the operating system knows, behind one port."""
