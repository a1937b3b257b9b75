package dev.imagestore.tck.report;

import dev.imagestore.tck.verdict.ReplayReport;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How late a replay sent, over time: a bar for each slot, as tall as its latest send. */
final class LagChart {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 160;
    private static final double HEADROOM = 1.1;
    private static final long TOLERATED_MICROS = 20_000;

    private final ReplayReport.Fidelity fidelity;
    private final List<ReplayReport.LagSlot> slots;
    private final double top;
    private final double slotSeconds;
    private final double seconds;

    LagChart(ReplayReport.Fidelity fidelity) {
        this.fidelity = fidelity;
        this.slots = fidelity.lagOverTime();
        long most = slots.stream().mapToLong(ReplayReport.LagSlot::max).max().orElse(0);
        this.top = Math.max(TOLERATED_MICROS, most) * HEADROOM;
        double last = slots.isEmpty() ? 0 : slots.get(slots.size() - 1).fromSeconds();
        double apart = last;
        for (int i = 1; i < slots.size(); i++) {
            apart = Math.min(
                    apart, slots.get(i).fromSeconds() - slots.get(i - 1).fromSeconds());
        }
        this.slotSeconds = apart > 0 ? apart : 0.01;
        this.seconds = last + slotSeconds;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("lag", slots.stream().map(this::slot).toList());
        values.put("lagWords", words());
        values.put("lagSeconds", text("%.2f", seconds));
        values.put("lagTop", ReplayHtml.millis(Math.round(top / HEADROOM)));
        values.put("tolerated", Lanes.number(y(TOLERATED_MICROS)));
        return values;
    }

    private String words() {
        return slots.isEmpty()
                ? "Nothing was sent."
                : "How long after its planned moment each request left, in %s s: half of them within %s ms, all but one in a hundred within %s ms, the last within %s ms."
                        .formatted(
                                text("%.2f", seconds),
                                ReplayHtml.millis(fidelity.lag().p50()),
                                ReplayHtml.millis(fidelity.lag().p99()),
                                ReplayHtml.millis(fidelity.lag().max()));
    }

    private Map<String, Object> slot(ReplayReport.LagSlot slot) {
        Map<String, Object> view = new HashMap<>();
        view.put("x", Lanes.number(WIDTH * slot.fromSeconds() / seconds));
        view.put("width", Lanes.number(Math.max(2, WIDTH * slotSeconds / seconds)));
        view.put("maxTop", Lanes.number(y(slot.max())));
        view.put("maxHeight", Lanes.number(HEIGHT - y(slot.max())));
        view.put("meanTop", Lanes.number(y(slot.mean())));
        view.put("meanHeight", Lanes.number(HEIGHT - y(slot.mean())));
        view.put("from", text("%.2f", slot.fromSeconds()));
        view.put("count", slot.count());
        view.put("mean", ReplayHtml.millis(slot.mean()));
        view.put("max", ReplayHtml.millis(slot.max()));
        view.put(
                "words",
                "from second %s: %d sends, at most %s ms late"
                        .formatted(text("%.2f", slot.fromSeconds()), slot.count(), ReplayHtml.millis(slot.max())));
        return view;
    }

    private double y(long micros) {
        return HEIGHT * (1 - micros / top);
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
