package dev.imagestore.reference.http;

import java.util.List;

/** An operation, and the segments of the content path that it is to work on; none if it takes no path. */
record Route(Operation operation, List<String> content) {}
