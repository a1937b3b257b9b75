package dev.imagestore.tck.traffic.replay;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When exchanges are to be sent. */
public sealed interface Pace {

    /** As when they were recorded, so many times as fast. */
    record Factor(double times) implements Pace {
        public Factor {
            if (!(times > 0) || times > 1_000_000) {
                throw new IllegalArgumentException("speed " + times + ": expected more than 0 and at most 1000000x");
            }
        }

        @Override
        public OptionalDouble plannedMicros(long startMicros, long index) {
            return OptionalDouble.of(startMicros / times);
        }

        @Override
        public String toString() {
            return (times == Math.rint(times) ? Long.toString((long) times) : Double.toString(times)) + "x";
        }
    }

    /** So many a second, whatever becomes of them. */
    record Rate(double perSecond) implements Pace {
        public Rate {
            if (!(perSecond > 0) || perSecond > 10_000_000) {
                throw new IllegalArgumentException(
                        "rate " + perSecond + ": expected more than 0 and at most 10000000 a second");
            }
        }

        @Override
        public OptionalDouble plannedMicros(long startMicros, long index) {
            return OptionalDouble.of(index * 1e6 / perSecond);
        }

        @Override
        public String toString() {
            return perSecond + "/s";
        }
    }

    /** As soon as what they depend on is answered and a connection is free. */
    record Max() implements Pace {
        @Override
        public OptionalDouble plannedMicros(long startMicros, long index) {
            return OptionalDouble.empty();
        }

        @Override
        public String toString() {
            return "max";
        }
    }

    /** Microseconds after the start of the replay; empty when there is no plan. */
    OptionalDouble plannedMicros(long startMicros, long index);

    /** Reads {@code 1x}, {@code 2.5x} or {@code max}; anything else is an {@link IllegalArgumentException}. */
    static Pace parse(String text) {
        if (text.equals("max")) {
            return new Max();
        }
        Matcher factor = Form.FACTOR.matcher(text);
        if (!factor.matches()) {
            throw new IllegalArgumentException("\"%s\" is no speed; expected 1x, 4x, 0.5x or max".formatted(text));
        }
        return new Factor(Double.parseDouble(factor.group(1)));
    }

    final class Form {
        static final Pattern FACTOR = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)x");

        private Form() {}
    }
}
