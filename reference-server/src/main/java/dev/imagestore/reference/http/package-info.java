/** The protocol as it is on the wire: pipeline, routes, parameters and answers. */
@NullMarked
package dev.imagestore.reference.http;

import org.jspecify.annotations.NullMarked;
