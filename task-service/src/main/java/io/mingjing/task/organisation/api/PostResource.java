package io.mingjing.task.organisation.api;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.task.TaskProblem;
import io.mingjing.task.organisation.application.PostRegister;
import io.mingjing.task.organisation.persistence.HoldingRepository;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Posts over HTTP: operations and neighbouring systems put them. */
@Path("/api/v1/posts")
@Tag(name = "organisation", description = "单位与岗位")
public class PostResource {

    private final PostRegister register;
    private final HoldingRepository holdings;
    private final Actor actor;

    PostResource(PostRegister register, HoldingRepository holdings, Actor actor) {
        this.register = register;
        this.holdings = holdings;
        this.actor = actor;
    }

    @PUT
    @Path("{postId}")
    @AllowedTo({Role.OPERATIONS, Role.INTEGRATION})
    @Operation(summary = "登记岗位任职人 · Record who holds a post; the one before stays in its history")
    public void put(
            @PathParam("postId") String postId,
            @NotNull(message = "请求内容不能为空 | the body is missing") @Valid PostRequest request) {
        Post post = Post.parse(postId)
                .orElseThrow(() -> new ProblemException(
                        TaskProblem.POST_INVALID,
                        "岗位“" + postId + "”应写作 角色@单位代码，例如 section_head@GY-KJJ-ZGK",
                        "A post is written role@unit-code, such as section_head@GY-KJJ-ZGK"));
        register.record(post, request.value(), request.from(), actor);
    }

    @GET
    @AllowedTo({Role.OPERATIONS, Role.INTEGRATION, Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(summary = "岗位任职人列表 · List who holds which post now")
    public ListPage<PostResponse> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        Cursor cursor = Cursor.parse(after, 1);
        int size = ListPage.limit(limit);
        return ListPage.cut(
                        holdings.present(cursor == null ? null : cursor.parts().getFirst(), size + 1),
                        size,
                        holding -> Cursor.of(holding.postId()))
                .map(PostResponse::from);
    }

    @GET
    @Path("{postId}/history")
    @AllowedTo({Role.OPERATIONS, Role.INTEGRATION, Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(summary = "岗位任职沿革 · Everybody who ever held a post, newest first")
    public List<PostResponse> history(@PathParam("postId") String postId) {
        return holdings.history(postId).stream().map(PostResponse::from).toList();
    }
}
