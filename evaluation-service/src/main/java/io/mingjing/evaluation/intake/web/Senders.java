package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.intake.application.Sender;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads off a request what is needed to judge it; nothing of it outlives the request. */
public final class Senders {

    /** The part of an IPv6 address that a household or a hall has for itself. */
    private static final int NETWORK_BYTES = 8;

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private Senders() {}

    static Sender of(RoutingContext context, String nonce, @Nullable String kiosk, String trap) {
        HttpServerRequest request = context.request();
        return new Sender(nonce, kiosk, isMobile(request), address(context), !trap.isEmpty());
    }

    private static boolean isMobile(HttpServerRequest request) {
        String agent = request.getHeader("User-Agent");
        return "?1".equals(request.getHeader("Sec-CH-UA-Mobile")) || (agent != null && agent.contains("Mobi"));
    }

    /** Where a request comes from, for counting: an IPv4 address, or the /64 network of an IPv6 one; empty if unknown. */
    public static String address(RoutingContext context) {
        return context.request().remoteAddress() == null
                ? ""
                : network(String.valueOf(context.request().remoteAddress().hostAddress()));
    }

    /** Whoever has one IPv6 address has as many as he likes. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length <= Integer.BYTES) {
            return address;
        }
        return isMapped(bytes)
                ? NetUtil.bytesToIpAddress(bytes, MAPPED.length, Integer.BYTES)
                : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
    }

    /** An IPv4 address as a socket for both kinds writes it, ::ffff:a.b.c.d: its network would be all of IPv4. */
    private static boolean isMapped(byte[] address) {
        return Arrays.equals(address, 0, MAPPED.length, MAPPED, 0, MAPPED.length);
    }
}
