package dev.imagestore.tck.verdict;

/** How binding a requirement is, in the sense of RFC 2119. */
public enum Level {
    MUST,
    SHOULD,
    MAY
}
