package dev.imagestore.reference.mutants;

import dev.imagestore.reference.session.ContentPath;
import dev.imagestore.reference.store.CopyOrder;
import dev.imagestore.reference.store.Disk;
import dev.imagestore.reference.store.FileWriter;
import dev.imagestore.reference.store.Library;
import dev.imagestore.reference.store.Listing;
import dev.imagestore.reference.store.Page;
import dev.imagestore.reference.store.Usage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/** A library that leaves everything to the real one; a mutant overrides what it does wrong. */
abstract class ForwardingLibrary implements Library {

    private final Library real;

    ForwardingLibrary(Library real) {
        this.real = real;
    }

    @Override
    public FileWriter writer(ContentPath path) {
        return real.writer(path);
    }

    @Override
    public Optional<Listing> list(ContentPath path, Page page) throws IOException {
        return real.list(path, page);
    }

    @Override
    public Listing listRoot(Page page) throws IOException {
        return real.listRoot(page);
    }

    @Override
    public void delete(ContentPath path) throws IOException {
        real.delete(path);
    }

    @Override
    public void copy(CopyOrder order) throws IOException {
        real.copy(order);
    }

    @Override
    public OptionalLong size(ContentPath folder) throws IOException {
        return real.size(folder);
    }

    @Override
    public Usage published() throws IOException {
        return real.published();
    }

    @Override
    public Disk disk() throws IOException {
        return real.disk();
    }

    @Override
    public void requireWritable() throws IOException {
        real.requireWritable();
    }
}
