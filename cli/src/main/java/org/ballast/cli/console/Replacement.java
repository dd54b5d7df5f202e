package org.ballast.cli.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A new version of a regular file, written beside the old one and put in its place only when it is whole and on the
 * disk. Whatever happens before, the old version stays as it is.
 */
final class Replacement {
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    private static final int PERMISSIONS = 0xFFF;

    private final Path file;
    private final boolean exists;
    private Path temporary;

    private Replacement(Path file) {
        this.file = file;
        exists = Files.exists(file);
        temporary = file;
    }

    /**
     * Puts a version in the place of a file, or makes the file.
     *
     * @param file no symbolic link, and no directory
     * @return whether that was possible; if not, the old version is there, and may be written over
     * @throws IOException if the file may not be written, or not be made, or the disk is full
     */
    static boolean put(Path file, byte[] bytes) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "Is a directory");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        return new Replacement(file).put(bytes);
    }

    private boolean put(byte[] bytes) throws IOException {
        try (FileChannel channel = create()) {
            temporary.toFile().deleteOnExit();
            UnwrittenException.during(() -> write(channel, bytes));
            keepAttributes();
            return move();
        } catch (AccessDeniedException e) {
            if (exists) {
                return false;
            }
            throw e;
        } finally {
            if (!temporary.equals(file)) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private FileChannel create() throws IOException {
        long number = System.nanoTime();
        while (true) {
            // Not a part of the file's own name, which may be as long as names can be.
            Path candidate = file.resolveSibling(".ballast-" + Long.toHexString(number) + ".tmp");
            try {
                FileChannel channel = FileChannel.open(candidate, NEW, attributes());
                temporary = candidate;
                return channel;
            } catch (FileAlreadyExistsException e) {
                // Another process has had the same idea at the same time.
                number++;
            } catch (IOException e) {
                throw UnwrittenException.unlessFull(e);
            }
        }
    }

    /** Returns the permissions of the old version, so that the new one is never readable by more users. */
    private FileAttribute<?>[] attributes() throws IOException {
        if (!exists) {
            return new FileAttribute<?>[0];
        }
        try {
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Files.getPosixFilePermissions(file))};
        } catch (UnsupportedOperationException e) {
            return new FileAttribute<?>[0];
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    /** Gives the new version the owner, the group and all permissions of the old one, as far as this is allowed. */
    private void keepAttributes() {
        if (exists) {
            keep("unix:gid");
            keep("unix:uid");
            keep("unix:mode");
        }
    }

    private void keep(String attribute) {
        try {
            Object old = Files.getAttribute(file, attribute);
            if (!old.equals(Files.getAttribute(temporary, attribute))) {
                Files.setAttribute(temporary, attribute, attribute.endsWith("mode") ? (int) old & PERMISSIONS : old);
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // The text counts more.
            return;
        }
    }

    private boolean move() throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (exists) {
                // It belongs to somebody else in a folder such as /tmp, or is a mount point.
                return false;
            }
            throw e;
        }
        temporary = file;
        syncFolder();
        return true;
    }

    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Not every file system can; the file itself is on the disk.
            return;
        }
    }
}
