"""What sdkgen can emit: each target turns an `Api` into files."""
