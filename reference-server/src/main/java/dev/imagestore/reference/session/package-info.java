/** The core: pure state and decisions about upload sessions. Knows neither the network nor files. */
@NullMarked
package dev.imagestore.reference.session;

import org.jspecify.annotations.NullMarked;
