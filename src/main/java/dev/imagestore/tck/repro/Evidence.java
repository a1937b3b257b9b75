package dev.imagestore.tck.repro;

import java.util.List;
import java.util.Optional;

/**
 * What a page shows of one failed case. Texts are as they were on the wire: whoever shows them makes them harmless.
 *
 * @param caseId such as {@code CR-07/last-equals-length}
 * @param folder that of its reproduction, below {@code repro/}
 * @param steps its exchanges, the last ones if there are many
 * @param earlier number of exchanges before those
 * @param bars one for each session of the case
 */
public record Evidence(String caseId, String folder, List<Step> steps, int earlier, List<Bar> bars) {

    public Evidence {
        steps = List.copyOf(steps);
        bars = List.copyOf(bars);
    }

    /**
     * One exchange.
     *
     * @param afterMillis from the first exchange of the case to the start of this one
     * @param tookMillis from its start to its end
     * @param sent the body of the request, or what is known of it
     * @param status the status with its reason, or how the exchange ended without one
     * @param received the body of the answer, or what is known of it
     * @param decisive whether the check that failed looked at this one
     * @param curl the request as a command, to be run in the folder of the reports
     */
    public record Step(
            long number,
            long afterMillis,
            long tookMillis,
            String method,
            String target,
            List<Field> request,
            String sent,
            String status,
            List<Field> answer,
            String received,
            boolean decisive,
            String curl) {

        public Step {
            request = List.copyOf(request);
            answer = List.copyOf(answer);
        }
    }

    /** A header field; a marked one is what the exchange is about. */
    public record Field(String name, String value, boolean marked) {}

    /**
     * The bytes of one session along its file.
     *
     * @param length of the file, in bytes
     * @param received ranges whose chunk was accepted
     * @param missing what the target said last that it still expects; empty if it was not asked
     * @param wrong where what was seen is not what was expected
     */
    public record Bar(
            String session,
            long length,
            List<Interval> received,
            Optional<List<Interval>> missing,
            List<Interval> wrong) {

        public Bar {
            received = List.copyOf(received);
            missing = missing.map(List::copyOf);
            wrong = List.copyOf(wrong);
        }
    }

    /** A part of a file: its place and extent in thousandths of the whole, and in words. */
    public record Interval(double from, double extent, String range) {}
}
