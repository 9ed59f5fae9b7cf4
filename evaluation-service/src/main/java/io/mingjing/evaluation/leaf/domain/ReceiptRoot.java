package io.mingjing.evaluation.leaf.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;

/** One hash over all receipts of a leaf, in the order of their hashes: what the trail keeps of its ratings. */
public final class ReceiptRoot {

    private ReceiptRoot() {}

    public static String of(Collection<byte[]> receiptHashes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            receiptHashes.stream().sorted(Arrays::compareUnsigned).forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
