"""Acts on several records and on the whole register: dialogs that show beforehand what will happen."""
