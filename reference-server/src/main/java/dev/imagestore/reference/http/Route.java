package dev.imagestore.reference.http;

/** An operation, and the content path that it is to work on as the client wrote it; empty if it takes none. */
record Route(Operation operation, String content) {}
