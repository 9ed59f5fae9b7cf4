package io.mingjing.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection that is kept alive and has at most one request under way: no pipelining. */
final class Lane {

    private static final int ROOM = 16 * 1024;
    private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer out = ByteBuffer.allocateDirect(ROOM);
    private final ByteBuffer in = ByteBuffer.allocate(ROOM);
    private int request;
    private long since;
    private int head;
    private int end;

    Lane(Selector selector, InetSocketAddress server) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** @param since the moment from which its answer is timed, of {@link System#nanoTime} */
    void send(int number, Requests requests, long since) throws IOException {
        this.request = number;
        this.since = since;
        head = -1;
        end = -1;
        in.clear();
        out.clear();
        requests.write(number, out);
        out.flip();
        flush();
    }

    /** Goes on writing what the socket did not take at once. */
    void flush() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Reads what has come; tells whether that completes the answer. */
    boolean read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the server has closed the connection");
        }
        if (head < 0) {
            head = endOfHead();
            if (head < 0) {
                return false;
            }
            end = head + length();
        }
        return in.position() >= end;
    }

    void tell(Answers answers) {
        answers.heard(request, status(), in.array(), head, end);
    }

    long since() {
        return since;
    }

    int status() {
        byte[] text = in.array();
        return (text[9] - '0') * 100 + (text[10] - '0') * 10 + text[11] - '0';
    }

    void close() throws IOException {
        channel.close();
    }

    private int endOfHead() {
        byte[] text = in.array();
        for (int at = 3; at < in.position(); at++) {
            if (text[at] == '\n' && text[at - 1] == '\r' && text[at - 2] == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    private int length() throws IOException {
        byte[] text = in.array();
        for (int at = 0; at < head - LENGTH.length; at++) {
            if (text[at] == '\r' && isLengthAt(text, at)) {
                int length = 0;
                for (int digit = at + LENGTH.length; text[digit] != '\r'; digit++) {
                    length = text[digit] == ' ' ? length : length * 10 + text[digit] - '0';
                }
                return length;
            }
        }
        throw new IOException("an answer without a Content-Length");
    }

    private static boolean isLengthAt(byte[] text, int start) {
        for (int at = 2; at < LENGTH.length; at++) {
            if ((text[start + at] | 0x20) != (LENGTH[at] | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
