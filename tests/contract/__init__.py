"""What the emitted SDK puts on the wire, against the description it was made from."""
