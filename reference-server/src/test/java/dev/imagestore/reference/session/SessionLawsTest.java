package dev.imagestore.reference.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagestore.reference.ManualClock;
import dev.imagestore.reference.behaviour.Behaviour;
import dev.imagestore.reference.behaviour.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SessionLawsTest {

    private static final int LENGTH = (int) Uploads.LENGTH;

    /** Chunks come, overlap, fail and overtake one another: what is expected is always what is missing. */
    @Property(tries = 300)
    void expectedAndReceivedBytesPartitionTheFile(@ForAll boolean overlaps, @ForAll Random random) {
        Behaviour behaviour = overlaps
                ? Variant.named("overlaps-accepted").orElseThrow().change().apply(Behaviour.documented())
                : Behaviour.documented();
        ManualClock clock = new ManualClock();
        UploadSessions sessions =
                new UploadSessions(behaviour, new SessionLimits(1000, 9, 1000, Duration.ofMinutes(30)), clock, 0);
        List<Reservation> inFlight = new ArrayList<>();
        BitSet received = new BitSet(LENGTH);
        for (int i = 0; i < 40; i++) {
            if (inFlight.isEmpty() || random.nextInt(3) > 0) {
                int first = random.nextInt(LENGTH);
                ByteRange range = new ByteRange(first, first + random.nextInt(Math.min(8, LENGTH - first)));
                if (sessions.admit(Uploads.ID, Uploads.PATH, new ContentRange(range, LENGTH))
                        instanceof Admission.Admitted admitted) {
                    inFlight.add(admitted.reservation());
                }
            } else {
                Reservation reservation = inFlight.remove(random.nextInt(inFlight.size()));
                BodyEnd end = random.nextBoolean() ? BodyEnd.WHOLE : BodyEnd.CUT;
                if (sessions.settle(reservation, end, clock.instant()) instanceof Settlement.Recorded) {
                    reservation.missing().forEach(part -> receive(received, part));
                }
            }

            assertThat(sessions.find(Uploads.ID)
                            .map(SessionView::expectedRanges)
                            .orElse(List.of(new ByteRange(0, LENGTH - 1))))
                    .isEqualTo(RangeSetTest.gaps(received, LENGTH));
        }
    }

    private static void receive(BitSet received, ByteRange part) {
        BitSet bytes = new BitSet();
        bytes.set((int) part.first(), (int) part.last() + 1);
        assertThat(received.intersects(bytes))
                .as("%s was received before", part)
                .isFalse();
        received.or(bytes);
    }
}
