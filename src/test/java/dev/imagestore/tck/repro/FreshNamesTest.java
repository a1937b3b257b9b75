package dev.imagestore.tck.repro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreshNamesTest {

    private static final String ID = "609dcc5c-2113-4767-916f-1c5cec666ddb";

    private final FreshNames names = new FreshNames("tck-0a1b2c3d");

    @Test
    void theMiddleOfAnIdIsFreshAndItsVersionStays() {
        assertThat(names.word("session-id=" + ID)).isEqualTo("\"session-id=609dcc5c-${id1}-1c5cec666ddb\"");
        assertThat(names.definitions()).isEqualToIgnoringNewLines("id1=$(hex 4)-4$(hex 3)-9$(hex 3)");
    }

    @Test
    void idsThatDifferAtAnEndShareTheMiddle() {
        names.word(ID);

        assertThat(names.word("7" + ID.substring(1))).isEqualTo("\"709dcc5c-${id1}-1c5cec666ddb\"");
    }

    @Test
    void anotherIdHasAnotherName() {
        names.word(ID);

        assertThat(names.word("609dcc5c-2114-4767-916f-1c5cec666ddb")).contains("${id2}");
    }

    @Test
    void otherFormsOfAnIdStayForms() {
        assertThat(names.word(ID.replace("-", ""))).isEqualTo("\"609dcc5c${id1n}1c5cec666ddb\"");
        assertThat(names.word("609DCC5C-21AF-4767-916F-1C5CEC666DDB")).isEqualTo("\"609DCC5C-${id2C}-1C5CEC666DDB\"");
        assertThat(names.definitions())
                .contains("id1n=$(printf '%s' \"$id1\" | tr -d -)")
                .contains("id2C=$(printf '%s' \"$id2\" | tr a-f A-F)");
    }

    @Test
    void whatIsNoIdStaysAsItIs() {
        String almost = "6a09e667-bb67-4ae8-bc6e-372fe94f82bg";

        assertThat(names.word(almost)).isEqualTo('"' + almost + '"');
    }

    @Test
    void theFolderOfTheRunIsFresh() {
        assertThat(names.word("/ImageStore/tck-0a1b2c3d/x/$/Up")).isEqualTo("\"/ImageStore/$RUN/x/\\$/Up\"");
    }

    @Test
    void aShellReadsNothingIntoTheText() {
        assertThat(names.word("`id` $(id) \\ \"")).isEqualTo("\"\\`id\\` \\$(id) \\\\ \\\"\"");
    }
}
