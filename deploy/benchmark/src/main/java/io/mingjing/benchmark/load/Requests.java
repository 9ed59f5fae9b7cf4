package io.mingjing.benchmark.load;

import java.nio.ByteBuffer;

/** Requests by number, each written when it is sent; nothing of them is prepared in the time that is measured. */
public interface Requests {

    /** How many there are. */
    int size();

    /** Writes one request, with its header, as HTTP/1.1 sends it. */
    void write(int number, ByteBuffer into);
}
