package io.mingjing.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends a request byte for byte as it is written, also one that no client library would let through. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /** An answer; headers in lower case, one line each. */
    record Answer(int status, List<String> headers, String body) {

        boolean has(String header, String part) {
            return headers.stream().anyMatch(line -> line.startsWith(header + ":") && line.contains(part));
        }
    }

    /**
     * Sends it and reads to the end of the connection.
     *
     * @param target what stands after the method, exactly
     * @param headers lines, without the host's and the length's
     */
    static Answer exchange(URI server, String method, String target, List<String> headers, byte[] body)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(method + " " + target + " HTTP/1.1");
        lines.add("Host: " + server.getAuthority());
        lines.add("Connection: close");
        lines.addAll(headers);
        if (body.length > 0 || !method.equals("GET")) {
            lines.add("Content-Length: " + body.length);
        }
        byte[] head = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket.getOutputStream(), head, body);
            return parse(socket.getInputStream().readAllBytes());
        }
    }

    private static void write(OutputStream out, byte[] head, byte[] body) {
        try {
            out.write(head);
            out.write(body);
            out.flush();
        } catch (IOException refusedWhileSending) {
            // A server may answer and close before it has read a body that is too large; the answer is still there.
        }
    }

    private static Answer parse(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("not an HTTP answer: " + all);
        }
        List<String> lines = all.substring(0, end).lines().toList();
        List<String> headers = lines.stream()
                .skip(1)
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
        String body = all.substring(end + 4);
        boolean chunked = headers.stream().anyMatch(line -> line.equals("transfer-encoding: chunked"));
        byte[] content = (chunked ? unchunked(body) : body).getBytes(StandardCharsets.ISO_8859_1);
        return new Answer(
                Integer.parseInt(lines.getFirst().split(" ")[1]), headers, new String(content, StandardCharsets.UTF_8));
    }

    private static String unchunked(String body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length()) {
            int line = body.indexOf("\r\n", at);
            int size = Integer.parseInt(body.substring(at, line), 16);
            if (size == 0) {
                break;
            }
            whole.writeBytes(body.substring(line + 2, line + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
            at = line + 2 + size + 2;
        }
        return whole.toString(StandardCharsets.ISO_8859_1);
    }
}
