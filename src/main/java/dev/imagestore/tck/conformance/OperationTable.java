package dev.imagestore.tck.conformance;

import dev.imagestore.tck.subject.Operation;
import dev.imagestore.tck.subject.Probed;
import dev.imagestore.tck.verdict.CaseResult;
import dev.imagestore.tck.verdict.OperationStanding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of the API is claimed, what answers and what was tested: a row for each operation. */
record OperationTable(Set<Operation> claimed, Map<Operation, Probed> probed) {

    /** @param called the operations that each case has called, by its id */
    List<OperationStanding> rows(List<CaseResult> results, Map<String, Set<Operation>> called) {
        return Arrays.stream(Operation.values())
                .map(operation -> new OperationStanding(
                        operation.word(),
                        claimed.contains(operation),
                        probed.getOrDefault(operation, Probed.UNCLEAR).word(),
                        results.stream()
                                .filter(result -> result.outcome().judged())
                                .filter(result -> called.getOrDefault(result.id(), Set.of())
                                        .contains(operation))
                                .count()))
                .toList();
    }
}
