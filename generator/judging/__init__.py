"""openapi-spec-validator at work in a process of its own, which loads little else."""
