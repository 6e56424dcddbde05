"""What follows a call: the next page, the next look at what was begun."""
