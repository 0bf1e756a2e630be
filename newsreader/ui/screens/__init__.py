"""The screens: the newspaper itself, and the dialogs over it."""
