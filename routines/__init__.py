"""What to do and when: exercises, routines, plans and the session machine."""
