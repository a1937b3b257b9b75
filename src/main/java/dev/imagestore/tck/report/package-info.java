/** One writer a format over {@link dev.imagestore.tck.verdict.Report}; nothing here judges. */
@NullMarked
package dev.imagestore.tck.report;

import org.jspecify.annotations.NullMarked;
