package io.firstfill.packaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program or library of Linux, in the format ELF of 64 bits with the lowest byte first. */
final class ElfFile {
    private static final int MAGIC = 0x464c457f;
    private static final int PROGRAM_HEADERS = 0x20;
    private static final int PROGRAM_HEADER_SIZE = 0x36;
    private static final int PROGRAM_HEADER_COUNT = 0x38;
    private static final int LOADED = 1;
    private static final int DYNAMIC = 2;
    private static final int ENTRY_SIZE = 16;
    private static final int NEEDED = 1;
    private static final int STRINGS = 5;

    private final ByteBuffer bytes;

    private ElfFile(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Returns the names of the libraries that a file asks the loader for; none for a file of another format. */
    static List<String> needed(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < PROGRAM_HEADER_COUNT || bytes.getInt(0) != MAGIC) {
            return List.of();
        }
        return new ElfFile(bytes).needed();
    }

    private List<String> needed() {
        List<Integer> names = new ArrayList<>();
        long strings = 0;
        for (Segment segment : segments()) {
            int end = segment.type() == DYNAMIC ? segment.offset() + segment.size() : 0;
            for (int at = segment.offset(); at < end; at += ENTRY_SIZE) {
                long tag = bytes.getLong(at);
                long value = bytes.getLong(at + Long.BYTES);
                if (tag == NEEDED) {
                    names.add((int) value);
                } else if (tag == STRINGS) {
                    strings = value;
                }
            }
        }
        int table = offset(strings);
        return names.stream().map(name -> text(table + name)).toList();
    }

    private List<Segment> segments() {
        int first = (int) bytes.getLong(PROGRAM_HEADERS);
        int size = bytes.getShort(PROGRAM_HEADER_SIZE);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < bytes.getShort(PROGRAM_HEADER_COUNT); i++) {
            int at = first + i * size;
            segments.add(new Segment(bytes.getInt(at), (int) bytes.getLong(at + 8), bytes.getLong(at + 16), (int)
                    bytes.getLong(at + 32)));
        }
        return segments;
    }

    /** The place in the file of what is loaded at an address. */
    private int offset(long address) {
        return segments().stream()
                .filter(segment -> segment.type() == LOADED)
                .filter(segment -> address >= segment.address() && address < segment.address() + segment.size())
                .map(segment -> (int) (address - segment.address()) + segment.offset())
                .findFirst()
                .orElse(0);
    }

    private String text(int from) {
        int end = from;
        while (bytes.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - from];
        bytes.get(from, text);
        return new String(text, StandardCharsets.US_ASCII);
    }

    /**
     * A part of the file.
     *
     * @param offset where it lies in the file
     * @param address where it is loaded
     * @param size in the file
     */
    private record Segment(int type, int offset, long address, int size) {}
}
