package io.mingjing.kernel.http;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The language of an answer: Chinese first. The {@code lang} parameter of the request wins (it also sets the cookie),
 * then the cookie; the API also follows Accept-Language. Whatever is none of these is Chinese.
 */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    /** Name of the query parameter that switches and of the cookie that remembers. */
    public static final String SWITCH = "lang";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** BCP 47 tag, for {@code <html lang>} and Content-Language. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public String pick(String zh, String en) {
        return this == EN ? en : zh;
    }

    /** The language of the request being answered on this thread; Chinese outside of any. */
    public static Language current() {
        ArcContainer container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return ZH;
        }
        RoutingContext request =
                container.instance(CurrentVertxRequest.class).get().getCurrent();
        return request == null ? ZH : of(request);
    }

    /** Answers a request in this language, whatever it asks for itself: for a device that many use one after the other. */
    public void answer(RoutingContext request) {
        request.put(Language.class.getName(), this);
    }

    public static Language of(RoutingContext request) {
        Language known = request.get(Language.class.getName());
        if (known != null) {
            return known;
        }
        Language found = find(request);
        request.put(Language.class.getName(), found);
        return found;
    }

    /** The language that the request asks to switch to; null when it asks for none, or for one we do not speak. */
    static @Nullable Language switched(RoutingContext request) {
        try {
            List<String> asked = request.queryParam(SWITCH);
            return asked.isEmpty() ? null : named(asked.getFirst());
        } catch (IllegalArgumentException | HttpException badEncoding) {
            return null;
        }
    }

    private static Language find(RoutingContext request) {
        Language switched = switched(request);
        if (switched != null) {
            return switched;
        }
        Cookie cookie = request.request().getCookie(SWITCH);
        Language remembered = cookie == null ? null : named(cookie.getValue());
        if (remembered != null) {
            return remembered;
        }
        // Pages are Chinese until somebody switches: many a phone and office browser claims English without meaning it.
        return Surface.of(request) == Surface.API ? accepted(request.request().getHeader("Accept-Language")) : ZH;
    }

    private static Language accepted(@Nullable String header) {
        if (header == null || header.length() > 500) {
            return ZH;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
                Language spoken = named(range.getRange().split("-", 2)[0]);
                if (spoken != null) {
                    return spoken;
                }
            }
        } catch (IllegalArgumentException unreadable) {
            // as good as none
        }
        return ZH;
    }

    private static @Nullable Language named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "zh", "zh-cn" -> ZH;
            case "en" -> EN;
            default -> null;
        };
    }
}
