package dev.imagestore.reference.session;

/** The decision on the head of a chunk, before its body. */
public sealed interface Admission permits Admission.Admitted, Refusal {

    /** The body may come; the reservation must be settled exactly once. */
    record Admitted(Reservation reservation) implements Admission {}
}
