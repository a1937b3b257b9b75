package dev.imagestore.tck.traffic.format;

import dev.imagestore.tck.exchange.BadRecordingException;
import dev.imagestore.tck.exchange.Recording;
import dev.imagestore.tck.exchange.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads HAR 1.2 entry by entry: the memory taken grows with the largest entry, not with the file. */
public final class HarImport {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxDocumentLength(-1)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // an entry is followed by the next one
            .build();

    /**
     * What was found.
     *
     * @param exchanges that the recording has
     * @param others entries that are not about the image store, and were left out
     * @param missing bodies that the file does not have; others of their length stand in for them
     * @param disagreeing bodies that are not what was sent, by their length or by what a decoder left; others stand in
     * @param bare answers whose bodies the file does not have
     */
    public record Found(long exchanges, long others, long missing, long disagreeing, long bare) {}

    private HarImport() {}

    /**
     * Writes the recording; one that is there is replaced.
     *
     * @throws BadRecordingException when the file is no HAR
     */
    public static Found read(Path har, Path out) {
        try (InputStream octets = Files.newInputStream(har);
                JsonParser json = JSON.createParser(octets);
                Recording recording = Recording.create(out)) {
            HarEntries entries = new HarEntries(recording, Redactor.none());
            find(json, har, "log");
            find(json, har, "entries");
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw noHar(har, "log.entries is no array");
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                entries.add(JSON.readTree(json));
            }
            return entries.found();
        } catch (JacksonException e) {
            throw noHar(har, e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw new BadRecordingException("there is no file " + har);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot import " + har, e);
        }
    }

    /** Goes on to the value of that field of the object that begins here. */
    private static void find(JsonParser json, Path har, String name) {
        JsonToken token = json.currentToken() == null ? json.nextToken() : json.currentToken();
        if (token != JsonToken.START_OBJECT) {
            throw noHar(har, "there is no " + name);
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = json.currentName().equals(name);
            json.nextToken();
            if (found) {
                return;
            }
            json.skipChildren();
        }
        throw noHar(har, "there is no " + name);
    }

    private static BadRecordingException noHar(Path har, String why) {
        return new BadRecordingException(
                "%s is no HAR: %s; expected an object log with an array entries".formatted(har, why));
    }
}
