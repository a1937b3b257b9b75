package dev.imagestore.tck.exchange;

/** A header field as it is on the wire: the name in its own case, each octet of the value one character (ISO-8859-1). */
public record Header(String name, String value) {

    /** Whether this is the field {@code other}; names are compared without case. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
