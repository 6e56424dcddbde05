"""What every client of this package has in common; knows no particular API."""
