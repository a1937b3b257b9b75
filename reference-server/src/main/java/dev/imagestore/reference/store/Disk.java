package dev.imagestore.reference.store;

/** The disk below a store, in bytes. */
public record Disk(long capacity, long available) {}
