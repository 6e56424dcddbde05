"""The docs and the site made of them: what they say runs, leads somewhere and looks right."""
