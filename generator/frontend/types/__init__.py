"""Schemas as types: names, unions and what tells their variants apart."""
