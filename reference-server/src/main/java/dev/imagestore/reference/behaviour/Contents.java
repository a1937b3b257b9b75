package dev.imagestore.reference.behaviour;

/**
 * How published files and folders are dealt with.
 *
 * @param creationStatus the HTTP status of an upload of a whole file that replaced none
 */
public record Contents(
        int creationStatus,
        PartialUploads partialUploads,
        EmptyFolders emptyFolders,
        MarkFiles markFiles,
        SkippedNames skippedNames,
        ReservedFolders reservedFolders,
        Pages pages,
        Separator separator) {

    /** What becomes of the upload of a whole file that has a Content-Range. */
    public enum PartialUploads {
        REFUSED,
        /** The field has to be well-formed, and then the body is the whole file all the same. */
        TAKEN_AS_WHOLE
    }

    /** How an empty folder is listed. */
    public enum EmptyFolders {
        /** As one without entries. */
        LISTED,
        /** Not at all: 204, and for the root an error. */
        NOT_LISTED
    }

    /** Whether a folder that is copied needs the mark file {@code _.dir}. */
    public enum MarkFiles {
        /** If the request says so; without it nothing is copied. */
        IF_ASKED,
        /** Always; without it the folder is not found. */
        REQUIRED
    }

    /** How the names of files that a copy leaves out are compared. */
    public enum SkippedNames {
        EXACT,
        ANY_CASE
    }

    /** Whether the folders of the real store's own can be deleted. */
    public enum ReservedFolders {
        NONE,
        KEPT
    }

    /** Whether long listings come in pages. */
    public enum Pages {
        NONE,
        /** In the versions of the API that have them. */
        BY_VERSION
    }

    /** What stands between the segments of listed paths. */
    public enum Separator {
        SLASH("/"),
        BACKSLASH("\\");

        private final String text;

        Separator(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    Contents withCreationStatus(int status) {
        return new Contents(
                status, partialUploads, emptyFolders, markFiles, skippedNames, reservedFolders, pages, separator);
    }

    Contents with(Separator chosen) {
        return new Contents(
                creationStatus, partialUploads, emptyFolders, markFiles, skippedNames, reservedFolders, pages, chosen);
    }

    Contents with(PartialUploads chosen) {
        return new Contents(
                creationStatus, chosen, emptyFolders, markFiles, skippedNames, reservedFolders, pages, separator);
    }

    Contents with(EmptyFolders chosen) {
        return new Contents(
                creationStatus, partialUploads, chosen, markFiles, skippedNames, reservedFolders, pages, separator);
    }
}
