package io.mingjing.local.supervise;

/** The system cannot start; the message says why and what helps, in Chinese and English. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }
}
