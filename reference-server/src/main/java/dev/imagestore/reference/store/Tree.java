package dev.imagestore.reference.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Ways through folders of the file system. Links are not followed, and what vanishes meanwhile is not missed. */
final class Tree {

    private Tree() {}

    interface Visitor {
        void visit(Path path, BasicFileAttributes attributes) throws IOException;
    }

    /** Visits all that is below a folder, each folder before what it holds. */
    static void walk(Path folder, Visitor visitor) throws IOException {
        Files.walkFileTree(folder, new Forgiving() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                if (!path.equals(folder)) {
                    visitor.visit(path, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                visitor.visit(path, attributes);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes a file, or a folder with all that is below it. */
    static void remove(Path top) throws IOException {
        Files.walkFileTree(top, new Forgiving() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(path);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, @Nullable IOException fault) throws IOException {
                super.postVisitDirectory(path, fault);
                Files.deleteIfExists(path);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies a part of a file to the end of another. */
    static void copy(FileChannel from, long position, long length, FileChannel to) throws IOException {
        long end = position + length;
        for (long at = position; at < end; ) {
            long moved = from.transferTo(at, end - at, to);
            if (moved <= 0) {
                throw new IOException("a file ended at " + at + " instead of " + end);
            }
            at += moved;
        }
    }

    private static class Forgiving extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path path, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw fault;
        }
    }
}
