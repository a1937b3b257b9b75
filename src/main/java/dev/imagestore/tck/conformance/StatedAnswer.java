package dev.imagestore.tck.conformance;

import dev.imagestore.tck.exchange.Answer;
import dev.imagestore.tck.exchange.Exchange;
import dev.imagestore.tck.protocol.FabricError;
import dev.imagestore.tck.protocol.FabricErrorCodes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer to the number, of which a specification may state several as equally right: {@code 400 RANGE}, or
 * {@code 400 or 416}. The words for codes are those of the protocol page, section 0.1; a code may also stand in full.
 */
record StatedAnswer(List<Form> forms) {

    private static final Pattern FORM = Pattern.compile("(\\d{3})(?:[ -]([A-Za-z_]+))?");

    private static final String RANGE = "FABRIC_E_UPLOAD_SESSION_RANGE_NOT_SATISFIABLE";
    private static final Map<String, String> CODES = Map.of(
            "RANGE", RANGE,
            "ARG", "E_INVALIDARG",
            "SID", "FABRIC_E_INVALID_UPLOAD_SESSION_ID",
            "CONFLICT", "FABRIC_E_UPLOAD_SESSION_ID_CONFLICT",
            "NF", "NotFound");

    StatedAnswer {
        forms = List.copyOf(forms);
    }

    /** A status, and the code of the FabricError where one is stated. */
    record Form(int status, Optional<String> code) {

        boolean matches(Exchange exchange) {
            return exchange.answered()
                    && exchange.status().orElse(0) == status
                    && code.map(c -> codeOf(exchange).equals(Optional.of(c))).orElse(true);
        }

        @Override
        public String toString() {
            return code.map(c -> status + " " + c).orElse(String.valueOf(status));
        }
    }

    /**
     * Reads {@code 400 RANGE or 416} as a step has it, or {@code 400-RANGE,416} as a tag has it.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static StatedAnswer parse(String text) {
        return new StatedAnswer(
                Arrays.stream(text.split(",| or ")).map(StatedAnswer::form).toList());
    }

    private static Form form(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no answer; expected such as 400 or 400 RANGE".formatted(text));
        }
        Optional<String> word = Optional.ofNullable(form.group(2));
        return new Form(Integer.parseInt(form.group(1)), word.map(w -> CODES.getOrDefault(w, w)));
    }

    boolean matches(Exchange exchange) {
        return forms.stream().anyMatch(form -> form.matches(exchange));
    }

    /** The requirement that an answer which is not as stated breaks in the first place, if it is not that of the case. */
    Optional<String> broken(Exchange exchange) {
        if (isRangeErrorUnderAnotherStatus(exchange)) {
            return Optional.of("ERR-05");
        }
        boolean codeAwaited = forms.stream()
                .anyMatch(f ->
                        f.code().isPresent() && f.status() == exchange.status().orElse(0));
        if (!codeAwaited) {
            return Optional.empty();
        }
        if (errorOf(exchange).isEmpty()) {
            return Optional.of("ERR-01");
        }
        return codeOf(exchange).map(StatedAnswer::brokenBy).orElse(Optional.of("ERR-02"));
    }

    private static Optional<String> brokenBy(String code) {
        if (!FabricErrorCodes.isName(code)) {
            return Optional.of("ERR-08");
        }
        return FabricErrorCodes.documents(code) || CODES.containsValue(code) ? Optional.empty() : Optional.of("ERR-04");
    }

    /** A range error is stated and came, but under a status of its own, such as 416. */
    private boolean isRangeErrorUnderAnotherStatus(Exchange exchange) {
        int status = exchange.status().orElse(0);
        Optional<String> range = Optional.of(RANGE);
        return forms.stream().anyMatch(form -> form.code().equals(range) && form.status() != status)
                && status >= 300
                && (status == 416 || codeOf(exchange).equals(range));
    }

    private static Optional<FabricError> errorOf(Exchange exchange) {
        return exchange.answer().map(Answer::text).flatMap(FabricError::parse);
    }

    private static Optional<String> codeOf(Exchange exchange) {
        return errorOf(exchange).flatMap(FabricError::code);
    }

    boolean isPlain200() {
        return forms.equals(List.of(new Form(200, Optional.empty())));
    }

    boolean isSuccess() {
        return forms.stream().allMatch(form -> form.status() / 100 == 2);
    }

    boolean isRefusal() {
        return forms.stream().noneMatch(form -> form.status() / 100 == 2);
    }

    @Override
    public String toString() {
        return forms.stream().map(Form::toString).collect(Collectors.joining(" or "));
    }
}
