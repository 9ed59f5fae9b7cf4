package io.mingjing.kernel.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The hash of an entry: SHA-256 over the previous hash and every field with its length, so that no field can flow. */
final class AuditHash {

    private AuditHash() {}

    static byte[] of(byte[] previous, long sequence, AuditTrail.Act act) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(previous.length);
            out.write(previous);
            out.writeLong(sequence);
            write(out, act.aggregate());
            write(out, act.action());
            write(out, act.subject());
            write(out, act.name());
            write(out, act.post());
            write(out, act.from());
            write(out, act.to());
            write(out, act.why());
            write(out, act.at().truncatedTo(ChronoUnit.MILLIS).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256().digest(bytes.toByteArray());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        }
    }
}
