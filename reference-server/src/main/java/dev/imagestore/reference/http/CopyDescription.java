package dev.imagestore.reference.http;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.session.Reason;
import dev.imagestore.reference.session.RefusedException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The body of a request to copy. */
record CopyDescription(ContentPath source, ContentPath destination, Set<String> skipFiles, boolean checkMarkFile) {

    private static final JsonFactory FACTORY = new JsonFactory();

    CopyDescription {
        skipFiles = Set.copyOf(skipFiles);
    }

    /**
     * Reads an {@code ImageStoreCopyDescription}. Members that it does not have are ignored.
     *
     * @throws RefusedException if the body is not JSON, or a member is missing or of another type
     */
    static CopyDescription parse(byte[] body) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            return read(json);
        } catch (JacksonException e) {
            throw malformed("is not well-formed JSON: " + e.getOriginalMessage());
        }
    }

    private static CopyDescription read(JsonParser json) {
        require(json.nextToken() == JsonToken.START_OBJECT, "is not a JSON object");
        String source = null;
        String destination = null;
        Set<String> skipFiles = Set.of();
        boolean checkMarkFile = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "RemoteSource" -> source = string(json, member);
                case "RemoteDestination" -> destination = string(json, member);
                case "SkipFiles" -> skipFiles = strings(json, member);
                case "CheckMarkFile" -> checkMarkFile = bool(json, member);
                default -> json.skipChildren();
            }
        }
        require(json.nextToken() == null, "holds more than one JSON value");
        return new CopyDescription(
                path(source, "RemoteSource"), path(destination, "RemoteDestination"), skipFiles, checkMarkFile);
    }

    private static String string(JsonParser json, String member) {
        require(json.currentToken() == JsonToken.VALUE_STRING, "needs a string as " + member);
        return json.getString();
    }

    private static Set<String> strings(JsonParser json, String member) {
        Set<String> strings = new HashSet<>();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return strings;
        }
        require(json.currentToken() == JsonToken.START_ARRAY, "needs an array as " + member);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            strings.add(string(json, member));
        }
        return strings;
    }

    private static boolean bool(JsonParser json, String member) {
        require(
                json.currentToken() == JsonToken.VALUE_TRUE || json.currentToken() == JsonToken.VALUE_FALSE,
                "needs true or false as " + member);
        return json.getBooleanValue();
    }

    private static ContentPath path(@Nullable String text, String member) {
        if (text == null) {
            throw malformed("needs the member " + member);
        }
        return ContentPath.of(text);
    }

    private static void require(boolean condition, String fault) {
        if (!condition) {
            throw malformed(fault);
        }
    }

    private static RefusedException malformed(String fault) {
        return new RefusedException(Reason.ARGUMENT, "The description of what to copy " + fault);
    }
}
