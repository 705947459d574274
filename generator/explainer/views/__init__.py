"""What pages show: frozen values, sorted once, without HTML."""
