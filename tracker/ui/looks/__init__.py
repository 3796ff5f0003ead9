"""How the window looks: colours by role, themes, letters, icons."""
