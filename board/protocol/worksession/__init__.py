"""What goes over the wire of a work session: its commands, states and the shapes of its document."""
