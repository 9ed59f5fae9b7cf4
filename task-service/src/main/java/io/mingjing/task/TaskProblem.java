package io.mingjing.task;

import io.mingjing.kernel.http.ProblemType;
import java.util.Locale;

/** The problems task-service answers with, beside the common ones. */
public enum TaskProblem implements ProblemType {
    UNIT_INVALID(422, "单位资料有误", "The unit is not right"),
    POST_INVALID(422, "岗位资料有误", "The post is not right"),
    PLAN_INVALID(422, "整改方案有误，未导入任何内容", "The plan is not right; nothing was imported"),
    PLAN_NOT_DRAFT(409, "整改方案已经发布", "The plan is already published"),
    STALE(409, "任务已被他人更新，请刷新后重试", "Somebody else changed the task; reload and try again"),
    WRONG_STATE(409, "任务当前状态下不能进行此操作", "The task does not allow this in its present state"),
    SAME_PERSON(403, "申请销号的人不能核验或销号本任务", "Whoever asked for close-out may neither verify nor close the task"),
    EVIDENCE_MISSING(422, "每条整改措施都要有佐证材料，才能申请销号", "Every measure needs evidence before close-out"),
    ACT_INVALID(422, "填写的内容有误", "What was filled in is not right");

    private final int status;
    private final String zh;
    private final String en;

    TaskProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String urn() {
        return "urn:mingjing:problem:task:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
