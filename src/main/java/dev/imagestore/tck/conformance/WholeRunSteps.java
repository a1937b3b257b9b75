package dev.imagestore.tck.conformance;

import io.cucumber.java.en.Then;

/** What held of every exchange of the run; these cases come last. */
public final class WholeRunSteps {

    private final Ledger ledger;
    private final Expectations expect;

    public WholeRunSteps(Conversation conversation) {
        this.ledger = conversation.run().ledger();
        this.expect = new Expectations(conversation);
    }

    @Then("no refused chunk of the run changed what was read before it")
    public void refusedChunks() {
        expect.held(ledger.refusedChunks(), "a refusal that changes nothing", "no chunk of the run was refused");
    }

    @Then("every session that the run has read was described by the documented fields")
    public void descriptions() {
        expect.held(ledger.descriptions(), "the fields of UploadSessionInfo", "no session was read in the run");
    }

    @Then("every list of expected ranges of the run was ascending, disjoint and maximal")
    public void rangeLists() {
        expect.held(ledger.rangeLists(), "an ascending, disjoint and maximal list", "no session was read in the run");
    }

    @Then("every error of the run had a FabricError or no body")
    public void errorBodies() {
        expect.held(
                ledger.errorBodies(),
                "{\"Error\":{\"Code\":...,\"Message\":...}} or no body",
                "no error of the run had a body");
    }

    @Then("every FabricError of the run had a code")
    public void errorCodes() {
        expect.held(ledger.errorCodes(), "Error.Code, a string that says something", "no error of the run had a body");
    }

    @Then("every listing of the run was described by the documented fields")
    public void listings() {
        expect.held(ledger.listings(), "the fields of ImageStoreContent", "nothing was listed in the run");
    }

    @Then("all paths that the run has listed had the same separator")
    public void separators() {
        expect.held(ledger.separators(), "one separator in all listed paths", "no path was listed in the run");
    }

    @Then("^every answer of the run (was .+|forbade .+|had .+)$")
    public void everyAnswer(String words) {
        AnswerProperty property = AnswerProperty.saidAs(words);
        expect.held(ledger.of(property), property.expected(), "no answer of the run was such that it " + words);
    }
}
