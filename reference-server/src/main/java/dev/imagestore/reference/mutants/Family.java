package dev.imagestore.reference.mutants;

import java.util.List;
import java.util.Locale;

/** Kinds of defects, each with the requirements that such a defect can break. */
public enum Family {
    REASSEMBLY("CHK-* CR-0? CR-29 COM-0? PUT-0? HTTP-12"),
    ACCOUNTING("CHK-* COM-0? QRY-0? HTTP-12"),
    PARSING("CR-* VER-* TMO-* SID-0?"),
    COMMIT("COM-* CHK-0? CHK-1? QRY-0? DEL-0? SID-1?"),
    INTERRUPTION("CHK-* COM-0? QRY-0? PUT-0?"),
    ISOLATION("SID-* COM-* CHK-1? QRY-0? PUT-08 DEL-0? HTTP-12"),
    LIFE_TIME("EXP-* QRY-* CHK-1? COM-0?"),
    ERRORS("ERR-* CHK-0? CR-0? COM-0? VER-0? SID-0?"),
    QUERY("QRY-* CHK-0? CHK-1? COM-0? SID-1?"),
    LISTING("GET-* FSZ-* INF-* PUT-0? COM-0?"),
    COPY("CPY-* PUT-0? GET-0?"),
    DELETE("DEL-* GET-08 CHK-2? COM-0? SID-1?"),
    FRAMING("HTTP-* CHK-* ERR-0? PUT-0?"),
    CONFINEMENT("SEC-* URI-*"),
    RARE("CHK-* CR-* COM-* URI-* PUT-0? GET-0? HTTP-12");

    private final String reach;

    Family(String reach) {
        this.reach = reach;
    }

    /** Globs of the requirements whose cases are likely to meet such a defect. */
    public List<String> reach() {
        return List.of(reach.split(" ", -1));
    }

    /** As it is written in lists, such as {@code life-time}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
