package dev.imagestore.reference.session;

/** How much the core takes on: the declared length of a file, and the number of sessions. */
public record SessionLimits(long declaredLength, int sessions) {}
