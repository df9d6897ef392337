"""The rule book: rule files in, compiled rules and policies out."""
