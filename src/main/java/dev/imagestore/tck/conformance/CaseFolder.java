package dev.imagestore.tck.conformance;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder that only one case uses, and the files that the case has or had in it, by their names. */
final class CaseFolder {

    private final Conversation conversation;

    CaseFolder(Conversation conversation) {
        this.conversation = conversation;
    }

    /** The path of that name. */
    String path(String name) {
        String folder = "%s/%s"
                .formatted(conversation.run().folder(), conversation.theCase().folder());
        return folder.toLowerCase(Locale.ROOT) + "/" + name;
    }

    /** Begins an upload of fresh bytes under that name, which sends nothing yet. */
    Upload begin(String name, long length) {
        return conversation.begin(path(name), conversation.freshContent(length));
    }

    /** One upload for each row of name and size. */
    List<Upload> begin(List<List<String>> rows) {
        return rows.stream()
                .map(row -> begin(row.get(0), Sizes.parse(row.get(1))))
                .toList();
    }

    /** The first file that the case had under that name. */
    Upload first(String name) {
        return named(name).findFirst().orElseThrow();
    }

    /** The last file that the case had under that name. */
    Upload last(String name) {
        return named(name).reduce((older, newer) -> newer).orElseThrow();
    }

    private Stream<Upload> named(String name) {
        return conversation.uploads().stream().filter(u -> u.path().equals(path(name)));
    }
}
