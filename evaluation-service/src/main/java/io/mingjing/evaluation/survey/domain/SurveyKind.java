package io.mingjing.evaluation.survey.domain;

import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.intake.domain.Streams;

/** Who asks. Each kind is a channel and a trust class of its own: their answers fill no gate of visits. */
public enum SurveyKind {
    /** 电话调查. */
    TELEPHONE(Channel.TELEPHONE, Streams.TELEPHONE),
    /** 第三方测评. */
    THIRD_PARTY(Channel.THIRD_PARTY, Streams.THIRD_PARTY);

    private final Channel channel;
    private final String stream;

    SurveyKind(Channel channel, String stream) {
        this.channel = channel;
        this.stream = stream;
    }

    public Channel channel() {
        return channel;
    }

    public String stream() {
        return stream;
    }
}
