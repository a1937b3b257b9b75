package dev.imagestore.reference.request;

/**
 * What depends on the api-version of a request.
 *
 * @param ticks whether dates are numbers of ticks, else ISO 8601
 * @param paged whether long listings come in pages
 * @param untypedAbsence whether an answer that only says that a path is absent goes without the headers of a body
 */
public record Dialect(boolean ticks, boolean paged, boolean untypedAbsence) {

    /** That of every documented version. */
    public static final Dialect DOCUMENTED = new Dialect(false, false, false);
}
