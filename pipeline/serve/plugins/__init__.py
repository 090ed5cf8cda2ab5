"""What Datasette loads of ours (--plugins-dir)."""
