package dev.imagestore.reference.session;

/**
 * One life of a session id: what its first chunk said. The serial tells it from an earlier or later life of the same
 * id, so that late work for a session that is gone can never touch its successor.
 */
public record Upload(SessionId id, long serial, ContentPath path, long fileLength) {}
