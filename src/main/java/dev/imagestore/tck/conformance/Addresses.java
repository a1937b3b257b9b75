package dev.imagestore.tck.conformance;

import dev.imagestore.tck.wire.Endpoint;

/**
 * Addresses as the features write them, with what differs from run to run in braces.
 *
 * <pre>
 * {path}         path of the file, encoded already        {component}    the same as one URI component, / as %2F
 * {folder}       path of its folder                       {backslashed}  the same with %5C between segments
 * {id}           session id                               {outside}      a name that nothing has, for what must not exist
 * {host}         host and port, and the base path
 * </pre>
 */
record Addresses(Conversation conversation) {

    String expand(String text) {
        Upload upload = conversation.current();
        Endpoint target = Endpoint.parse(conversation.subject().url());
        return text.replace("{path}", upload.path())
                .replace("{folder}", folder(upload))
                .replace("{component}", upload.path().replace("/", "%2F"))
                .replace("{backslashed}", upload.path().replace("/", "%5C"))
                .replace("{id}", upload.sessionId())
                .replace("{outside}", outside())
                .replace("{host}", target.hostHeader() + target.basePath());
    }

    /** The target of the request; one without a query gets that of the usual call. */
    String target(String text, String usual) {
        String address = expand(text);
        return text.contains("?") ? address : address + usual.substring(usual.indexOf('?'));
    }

    static String folder(Upload upload) {
        return upload.path().substring(0, Math.max(0, upload.path().lastIndexOf('/')));
    }

    String outside() {
        return "%s-%08x"
                .formatted(
                        conversation.run().settings().folder(),
                        conversation.caseId().hashCode());
    }
}
