package io.mingjing.kernel.http;

import java.util.Locale;

/** Problems every service can answer with. */
public enum CommonProblem implements ProblemType {
    BAD_REQUEST(400, "请求内容有误", "The request is not right"),
    UNAUTHENTICATED(401, "请先登录", "Sign in first"),
    FORBIDDEN(403, "您的岗位无权进行此操作", "Your posts do not allow this"),
    CROSS_SITE(403, "请求来源不可信", "Not sent from one of our pages"),
    NOT_FOUND(404, "没有找到", "Not found"),
    METHOD_NOT_ALLOWED(405, "不支持这种请求方式", "This method is not supported here"),
    NOT_ACCEPTABLE(406, "无法以所要求的格式回答", "Cannot answer in the format asked for"),
    CONFLICT(409, "内容已变化，请刷新后重试", "It has changed; reload and try again"),
    TOO_LARGE(413, "内容过大", "The content is too large"),
    URI_TOO_LONG(414, "网址过长", "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持这种内容格式", "This content type is not supported here"),
    RULE(422, "不符合业务规则", "Against a rule"),
    TOO_MANY(429, "操作过于频繁，请稍后再试", "Too many requests; try again later"),
    INTERNAL(500, "系统出错，我们已记录", "Something broke; it has been recorded"),
    UNAVAILABLE(503, "暂时无法办理，请稍后再试", "Not available for the moment; try again later");

    private final int status;
    private final String zh;
    private final String en;

    CommonProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String urn() {
        return "urn:mingjing:problem:common:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
